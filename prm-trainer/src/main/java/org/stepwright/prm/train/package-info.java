/** Training of reward models from step labels. */
package org.stepwright.prm.train;
