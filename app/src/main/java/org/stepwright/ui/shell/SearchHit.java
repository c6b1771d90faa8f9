package org.stepwright.ui.shell;

/**
 * One line of what the search found.
 *
 * @param kind {@code screen}, {@code command} or {@code trace}
 * @param title the line
 * @param detail quiet text beside it, maybe empty
 * @param action goes there; called on the UI thread
 */
record SearchHit(String kind, String title, String detail, Runnable action) {}
