/** The Train screen: runs, a new run, results beside their baselines. */
package org.stepwright.ui.train;
