/** How far annotators agree: on the verdicts of steps and on the first error. */
package org.stepwright.agreement;
