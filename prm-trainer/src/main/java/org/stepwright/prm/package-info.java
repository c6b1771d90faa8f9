/** Reward models: what they are, their file, and how they are opened. */
package org.stepwright.prm;
