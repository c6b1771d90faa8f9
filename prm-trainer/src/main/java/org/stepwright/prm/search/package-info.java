/** Choosing among several answers to one problem by their scores. */
package org.stepwright.prm.search;
