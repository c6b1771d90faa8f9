/**
 * Finding what should not be learned from: copies, leaks, junk, contradictions, shortcuts. Pure.
 */
package org.stepwright.audit;
