package org.stepwright.report;

/**
 * A finished picture.
 *
 * @param name the file's name without its ending
 * @param caption what it shows, one or two sentences
 * @param svg the picture, one SVG element; also a whole SVG file
 */
public record Picture(String name, String caption, String svg) {}
