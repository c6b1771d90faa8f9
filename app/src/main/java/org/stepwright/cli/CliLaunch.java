package org.stepwright.cli;

import java.util.List;
import org.stepwright.app.AppContext;
import org.stepwright.app.Launch;

/** The command line as a way into the application. */
public final class CliLaunch implements Launch {
    @Override
    public String name() {
        return COMMAND_LINE;
    }

    @Override
    public int run(AppContext context, List<String> args) {
        CancelSwitch cancel = new CancelSwitch();
        cancel.onCtrlC();
        try {
            CliContext cli = new CliContext(context, Terminal.ofSystem(), cancel);
            return Commands.create(cli).execute(args.toArray(String[]::new));
        } finally {
            // After Ctrl-C the program is gone as soon as that is said.
            context.close();
            cancel.end();
        }
    }
}
