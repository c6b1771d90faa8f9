/**
 * What makes texts nearly equal: shingles, exact near-neighbour search for problems, MinHash for
 * longer texts. Knows text only; all of it is deterministic and bounded in memory. Pure.
 */
package org.stepwright.near;
