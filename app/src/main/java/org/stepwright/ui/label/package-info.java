/**
 * Labelling: a queue of traces, the steps of one, the rubric of the current step. One key a
 * verdict; nothing is called saved before it is.
 */
package org.stepwright.ui.label;
