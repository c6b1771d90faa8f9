/**
 * How well labelling goes: pace, haste, drift, steadiness, gold questions and the use of
 * suggestions. Pure functions over labels and what was done to them.
 */
package org.stepwright.quality;
