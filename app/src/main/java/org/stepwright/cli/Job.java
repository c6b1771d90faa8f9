package org.stepwright.cli;

import org.stepwright.work.Progress;

/** One run of a command: its progress and its voice. */
final class Job {
    private static final int LONGEST = 2_000;

    private final Terminal terminal;
    private final ConsoleProgress progress;
    private final boolean json;

    Job(CliContext context, boolean json) {
        this.terminal = context.terminal();
        this.progress = new ConsoleProgress(terminal, context.cancel(), System::nanoTime);
        this.json = json;
    }

    /**
     * @return tells how far the work is and hears Ctrl-C
     */
    Progress progress() {
        return progress;
    }

    /** Writes a message to the person who watches; never a result. */
    void say(String line) {
        progress.clear();
        terminal.err().println(Text.plainLine(shortened(line)));
    }

    /** A sentence that repeats what a file or an argument says can be as long as that. */
    private static String shortened(String line) {
        return line.length() <= LONGEST ? line : line.substring(0, LONGEST) + "…";
    }

    /** Writes a line of the result; with {@code --json} it is left to the JSON object. */
    void print(String line) {
        progress.clear();
        if (!json) {
            terminal.out().println(Text.plain(line));
        }
    }

    /** Ends the drawing of progress. */
    void end() {
        progress.clear();
    }
}
