/**
 * What all screens are built from: the contract of a screen, navigation, background work, texts and
 * a few plain building blocks. Knows no screen and not the shell.
 */
package org.stepwright.ui.kit;
