package org.stepwright.cli;

import org.stepwright.app.AppContext;

/**
 * What every command is made with.
 *
 * @param app the wired application
 * @param terminal where to write
 * @param cancel hears Ctrl-C
 */
record CliContext(AppContext app, Terminal terminal, CancelSwitch cancel) {}
