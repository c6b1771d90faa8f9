/** Rewards of steps and how they become one reward of a trace. */
package org.stepwright.score;
