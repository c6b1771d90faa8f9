/**
 * Trying a rubric out over traces before anybody labels: which steps belong to which stage, what
 * the verifiers find, how it would add up, and how far verifiers agree with people.
 */
package org.stepwright.tryout;
