/**
 * Texts that models write, as nodes: Markdown, formulas, code and tool calls. Everything here takes
 * hostile text: what cannot be drawn stands as it was written.
 */
package org.stepwright.ui.prose;
