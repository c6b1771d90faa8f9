/**
 * Labelled files: one class a format, and the reading and importing that they share. A bad row is
 * rejected with file, line and reason; the rest goes in.
 */
package org.stepwright.storage.format;
