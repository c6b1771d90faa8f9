/** The command line: one class a command, all on one frame. */
package org.stepwright.cli;
