/** Choosing the columns of an unknown file, with the first rows as they would come in. */
package org.stepwright.ui.data.mapping;
