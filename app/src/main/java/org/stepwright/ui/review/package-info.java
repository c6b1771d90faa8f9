/** Review: where people differ on a trace, somebody compares their answers and decides. */
package org.stepwright.ui.review;
