/** Cheap signals of a step: numbers that need the problem and the steps so far and no encoder. */
package org.stepwright.prm.signal;
