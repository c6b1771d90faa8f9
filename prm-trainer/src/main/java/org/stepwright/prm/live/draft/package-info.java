/**
 * Rubrics and examples that a live model drafts from a description. What the model answers is
 * foreign text until it has been read into the product's own records, within limits.
 */
package org.stepwright.prm.live.draft;
