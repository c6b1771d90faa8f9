/** Versions of a rubric: what differs between two of them, and which labels move to a new one. */
package org.stepwright.ui.rubrics.versions;
