/**
 * Traces: a problem, the steps of one answer to it, and how it ended; splitting text into steps.
 */
package org.stepwright.trace;
