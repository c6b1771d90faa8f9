/**
 * Traces that come as trees of spans: cutting records out of files of any size, keeping them until
 * their trace is whole, and telling the steps of the model from the histories that spans repeat.
 * Knows nothing of the formats of labels.
 */
package org.stepwright.storage.format.span;
