/**
 * The workspace: one SQLite file and its stores. All SQL of the product is in this package; what
 * rubrics bring along runs elsewhere, in {@code verify}.
 *
 * <p>One writer thread owns the only connection that writes; reads use a few connections of their
 * own. Current labels are a projection of append-only events.
 */
package org.stepwright.storage;
