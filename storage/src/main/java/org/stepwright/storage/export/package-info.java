/** A workspace's labels as a data set folder: the parts, the card, and what goes with them. */
package org.stepwright.storage.export;
