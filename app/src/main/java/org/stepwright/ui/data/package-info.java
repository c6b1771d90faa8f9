/** The Data screen: import with a preview, export with a filter and a split. */
package org.stepwright.ui.data;
