package org.stepwright.trace;

/** A rule that the user chose. */
final class FixedRule implements LineRule {
    private final SplitRule rule;
    private boolean named;
    private boolean onlyHeadings;

    FixedRule(SplitRule rule) {
        this.rule = rule;
    }

    @Override
    public void line(String line, StepBuilder steps) {
        boolean starts =
                switch (rule) {
                    case NEWLINE -> true;
                    case NUMBERED -> startsNumbered(Marker.of(line));
                    case HEADING -> startsHeading(line);
                    default -> line.isBlank();
                };
        if (starts) {
            steps.cut();
        }
        steps.add(line);
    }

    /** Numbers below "Step 1:" are lists inside a step. */
    private boolean startsNumbered(Marker marker) {
        named |= marker == Marker.STEP;
        return marker == Marker.STEP || marker == Marker.NUMBER && !named;
    }

    /** A heading right below a heading belongs to the same step. */
    private boolean startsHeading(String line) {
        Marker marker = Marker.of(line);
        boolean heading =
                marker == Marker.HEADING
                        || marker == Marker.BOLD
                        || marker == Marker.STEP && line.stripLeading().matches("[#*].*");
        boolean starts = heading && !onlyHeadings;
        onlyHeadings = heading || onlyHeadings && line.isBlank();
        return starts;
    }
}
