/**
 * The report of a run: pictures as SVG text and one self-contained HTML page. No AWT, no JavaFX.
 */
package org.stepwright.report;
