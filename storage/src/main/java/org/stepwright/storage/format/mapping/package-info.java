/**
 * Which column of an unknown file says what, as values. Knows no files and no formats; {@code
 * MappedFormat} in the package above reads with them.
 */
package org.stepwright.storage.format.mapping;
