/** The Rubrics screen: list, edit, lint, versions, publish. */
package org.stepwright.ui.rubrics;
