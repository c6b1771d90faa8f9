/** The rubric templates that come with Stepwright. */
package org.stepwright.ui.rubrics.gallery;
