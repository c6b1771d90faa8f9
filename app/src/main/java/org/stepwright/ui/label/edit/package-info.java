/**
 * Small forms over the Label screen: where steps begin, what a step should have said, kinds of
 * error, reasons. They know what they ask for and hand it back; who labels what is not theirs.
 */
package org.stepwright.ui.label.edit;
