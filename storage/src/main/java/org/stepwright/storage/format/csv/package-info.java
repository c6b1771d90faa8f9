/** Tables of text: reading CSV files from strangers, and cells that spreadsheets open safely. */
package org.stepwright.storage.format.csv;
