/** How labelling goes: pace, what the labels are, agreement, gold, what is left. */
package org.stepwright.ui.label.dashboard;
