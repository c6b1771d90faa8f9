/** Where one starts: workspaces, what is in the open one, and the next thing to do. */
package org.stepwright.ui.home;
