/** The window: navigation, search, tasks, status, themes. Knows the screens; no screen knows it. */
package org.stepwright.ui.shell;
