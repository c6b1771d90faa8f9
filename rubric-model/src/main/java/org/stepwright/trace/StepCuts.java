package org.stepwright.trace;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.stepwright.work.WorkFailed;

/** Cutting single steps, and naming what comes of it. */
final class StepCuts {
    private static final String TOOL_CALL =
            "A call of a tool is one step by its nature; it can be neither split nor merged.";
    private static final int ID_DIGITS = 8;

    private StepCuts() {}

    /**
     * @param places where to cut inside the step, rising
     * @return its pieces, trimmed where it was cut
     */
    static List<StepPiece> cut(int index, Step step, List<StepPlace> places) {
        if (!places.isEmpty() && step.kind() == StepKind.TOOL_CALL) {
            throw new WorkFailed(TOOL_CALL);
        }
        String text = step.text();
        List<StepPiece> pieces = new ArrayList<>();
        int from = 0;
        for (StepPlace place : places) {
            int to = place.offset();
            requireWholeCharacter(text, to);
            pieces.add(new StepPiece(index, from, requireSome(text, from, to), false));
            from = to;
            while (from < text.length() && Character.isWhitespace(text.charAt(from))) {
                from++;
            }
        }
        if (from > 0) {
            requireSome(text, from, text.length());
        }
        pieces.add(new StepPiece(index, from, text.length(), true));
        return pieces;
    }

    /** The end of the piece without white space behind it. */
    private static int requireSome(String text, int from, int to) {
        int end = Math.min(to, text.length());
        while (end > from && Character.isWhitespace(text.charAt(end - 1))) {
            end--;
        }
        if (end <= from || text.substring(from, end).isBlank()) {
            throw new WorkFailed(
                    "One part of the step would be empty; split it between two words.");
        }
        return end;
    }

    private static void requireWholeCharacter(String text, int offset) {
        if (offset < text.length()
                && Character.isLowSurrogate(text.charAt(offset))
                && Character.isHighSurrogate(text.charAt(offset - 1))) {
            throw new WorkFailed(
                    "A step cannot be split inside a character; move the place by one.");
        }
    }

    /** The kind of a step made of these pieces. */
    static StepKind commonKind(Trace trace, List<StepPiece> pieces) {
        StepKind kind = trace.steps().get(pieces.get(0).step()).kind();
        for (StepPiece piece : pieces.subList(1, pieces.size())) {
            StepKind other = trace.steps().get(piece.step()).kind();
            if (kind == StepKind.TOOL_CALL || other == StepKind.TOOL_CALL) {
                throw new WorkFailed(TOOL_CALL);
            }
            if (other != kind) {
                throw new WorkFailed(
                        "These steps are of different kinds, such as hidden reasoning and answer;"
                                + " only steps of one kind can be merged.");
            }
        }
        return kind;
    }

    /**
     * The id of a revision of a trace with these steps. The replaced trace's id goes into it: steps
     * that are cut back to what they once were are a further revision, not the earlier one again.
     */
    static String id(Trace trace, List<Step> steps) {
        return root(trace) + "~" + digest(trace.id(), steps);
    }

    static String root(Trace trace) {
        String id = trace.id();
        int mark = id.length() - ID_DIGITS - 1;
        boolean revised =
                trace.metadata().containsKey(Trace.REVISION_OF)
                        && mark > 0
                        && id.charAt(mark) == '~';
        return revised ? id.substring(0, mark) : id;
    }

    static boolean isCut(String root, String id) {
        return id.equals(root)
                || id.length() == root.length() + 1 + ID_DIGITS && id.startsWith(root + "~");
    }

    private static String digest(String before, List<Step> steps) {
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            add(sha, before);
            for (Step step : steps) {
                add(sha, step.kind().name());
                add(sha, step.context());
                add(sha, step.text());
                add(sha, String.valueOf(step.alternatives().size()));
                step.alternatives().forEach(a -> add(sha, a));
            }
            return HexFormat.of().formatHex(sha.digest()).substring(0, ID_DIGITS);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256.", e);
        }
    }

    /** The length comes first, so that no two lists of texts give the same bytes. */
    private static void add(MessageDigest sha, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        sha.update((bytes.length + ":").getBytes(StandardCharsets.UTF_8));
        sha.update(bytes);
    }
}
