package org.stepwright.trace;

import java.util.function.Consumer;

/** The step that is being read. */
final class StepBuilder {
    private final Consumer<String> sink;
    private final StringBuilder text = new StringBuilder();

    StepBuilder(Consumer<String> sink) {
        this.sink = sink;
    }

    void add(String line) {
        text.append(line).append('\n');
    }

    void cut() {
        sink.accept(text.toString());
        text.setLength(0);
    }
}
