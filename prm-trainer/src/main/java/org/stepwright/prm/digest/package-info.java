/** Digests of content, below all other packages of this module. */
package org.stepwright.prm.digest;
