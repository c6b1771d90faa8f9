/** Rubrics: what good work is, stage by stage, in a form that people and machines can hold to. */
package org.stepwright.rubric;
