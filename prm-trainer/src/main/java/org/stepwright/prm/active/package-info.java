/** In which order traces are best labelled, by what a reward model says about them. */
package org.stepwright.prm.active;
