package org.stepwright.rubric;

import java.util.List;
import java.util.stream.Collectors;

/** Parts of rubrics as text for people; the same in differences, edits and findings. */
final class Shown {
    private Shown() {}

    static String verifier(VerifierSpec verifier) {
        return verifier == null
                ? ""
                : name(verifier.name())
                        + verifier.options().entrySet().stream()
                                .map(e -> " " + quoted(e.getKey()) + "=" + quoted(e.getValue()))
                                .collect(Collectors.joining());
    }

    /** Quoted when it could be taken for a name and options. */
    private static String name(String name) {
        return name.matches("[^\\s\"]+") ? name : quoted(name);
    }

    static String scale(Scale scale) {
        String kind =
                switch (scale.kind()) {
                    case BINARY -> "no or yes";
                    case TERNARY -> "wrong, neutral, correct";
                    case LIKERT -> "whole numbers";
                    case NUMERIC -> "any number";
                };
        return kind + " from " + number(scale.min()) + " to " + number(scale.max());
    }

    static String level(Scale.Level level) {
        return number(level.value()) + ": " + level.name();
    }

    static String place(String stage) {
        return stage == null ? "every step" : "stage " + stage;
    }

    static String listed(List<String> texts) {
        return texts.stream().map(Shown::quoted).collect(Collectors.joining(", "));
    }

    static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    static String ids(List<String> ids) {
        return String.join(", ", ids);
    }

    static String yes(boolean value) {
        return value ? "yes" : "no";
    }

    static String number(double value) {
        String text = Double.toString(value);
        return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
    }
}
