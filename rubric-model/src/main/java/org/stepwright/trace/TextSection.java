package org.stepwright.trace;

import java.util.function.Consumer;

/** Reads plain text line by line and lets a rule say which lines start a step. */
final class TextSection implements Section {
    private final StringBuilder line = new StringBuilder();
    private final Blocks blocks = new Blocks();
    private final LineRule rule;
    private final StepBuilder steps;

    TextSection(SplitRule rule, Consumer<String> sink) {
        steps = new StepBuilder(sink);
        this.rule = rule == SplitRule.AUTO ? new AutoRule() : new FixedRule(rule);
    }

    @Override
    public void accept(char c) {
        if (c == '\n') {
            endLine();
        } else {
            line.append(c);
        }
    }

    private void endLine() {
        String text = line.toString();
        line.setLength(0);
        boolean inside = blocks.open();
        blocks.line(text);
        if (inside) {
            steps.add(text);
        } else {
            rule.line(text, steps);
            if (blocks.open()) {
                rule.blockOpens(steps);
            }
        }
    }

    @Override
    public void finish() {
        endLine();
        rule.finish(steps);
        steps.cut();
    }

    @Override
    public boolean quotes() {
        return blocks.inFence();
    }
}
