/** Rubrics and examples that a live model drafts, accepted piece by piece. */
package org.stepwright.ui.rubrics.drafting;
