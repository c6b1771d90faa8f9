/**
 * Parquet files through DuckDB, as rows of JSON in both directions. Knows no format of labels and
 * nothing of the workspace.
 */
package org.stepwright.storage.format.parquet;
