package org.stepwright.storage.format.mapping;

import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Names that columns have in the wild, as {@link #plain} writes them, the likeliest first. */
final class ColumnNames {
    /** The marker of Math-Shepherd and its like. */
    static final String KNOWN_MARKER = "\u043A\u0438";

    static final Map<Role, List<String>> NAMES = new EnumMap<>(Role.class);

    static {
        NAMES.put(
                Role.PROBLEM,
                List.of(
                        "problem",
                        "question",
                        "prompt",
                        "query",
                        "instruction",
                        "task",
                        "goal",
                        "request",
                        "input",
                        "ticket",
                        "user"));
        NAMES.put(
                Role.ID,
                List.of(
                        "id",
                        "traceid",
                        "uid",
                        "uuid",
                        "runid",
                        "conversationid",
                        "sessionid",
                        "exampleid",
                        "sampleid",
                        "idx",
                        "key"));
        NAMES.put(
                Role.ORDER,
                List.of(
                        "step",
                        "stepindex",
                        "stepnumber",
                        "stepid",
                        "stepno",
                        "stepidx",
                        "index",
                        "turn",
                        "position"));
        NAMES.put(Role.CONTEXT, List.of("context", "observation", "toolresult", "result"));
        NAMES.put(
                Role.OUTCOME,
                List.of(
                        "outcome",
                        "success",
                        "finalanswercorrect",
                        "passed",
                        "resolved",
                        "iscorrect",
                        "answercorrect"));
        NAMES.put(
                Role.REFERENCE,
                List.of(
                        "reference",
                        "referenceanswer",
                        "groundtruth",
                        "groundtruthanswer",
                        "goldanswer",
                        "gold",
                        "expected",
                        "target",
                        "answer"));
        NAMES.put(
                Role.GENERATOR,
                List.of("generator", "model", "modelname", "llm", "agent", "policy"));
        NAMES.put(
                Role.ANNOTATOR,
                List.of(
                        "annotator",
                        "labeler",
                        "labeller",
                        "rater",
                        "annotatorid",
                        "reviewer",
                        "worker",
                        "completedby"));
        NAMES.put(Role.COMMENT, List.of("comment", "comments", "note", "notes", "explanation"));
    }

    static final List<String> STEP_LISTS =
            List.of(
                    "steps",
                    "completions",
                    "reasoningsteps",
                    "solutionsteps",
                    "steplist",
                    "thoughts",
                    "chain",
                    "trajectory",
                    "actions",
                    "run",
                    "messages");
    static final List<String> STEP_ITEMS =
            List.of("text", "content", "step", "value", "thought", "action", "output", "message");
    static final List<String> STEP_TEXTS =
            List.of(
                    "solution",
                    "response",
                    "reasoning",
                    "rationale",
                    "chainofthought",
                    "cot",
                    "completion",
                    "output",
                    "generation",
                    "process",
                    "modeloutput",
                    "answer",
                    "text");
    static final List<String> ROW_STEPS =
            List.of("steptext", "stepcontent", "text", "step", "content", "action", "thought");
    static final List<String> LABELS =
            List.of(
                    "labels",
                    "steplabels",
                    "label",
                    "steplabel",
                    "ratings",
                    "rating",
                    "verdicts",
                    "verdict",
                    "correct",
                    "iscorrect",
                    "ok",
                    "correctness",
                    "scores",
                    "values",
                    "rewards",
                    "score",
                    "mcvalue",
                    "mcvalues");
    static final List<String> FIRST_ERRORS =
            List.of(
                    "firsterror",
                    "firsterrorstep",
                    "errorstep",
                    "mistakeindex",
                    "firstwrong",
                    "errorindex",
                    "mistakestep",
                    "label");

    private ColumnNames() {}

    /** The letters and digits of a name, in lower case. */
    static String plain(String name) {
        StringBuilder letters = new StringBuilder();
        name.toLowerCase(Locale.ROOT)
                .chars()
                .filter(Character::isLetterOrDigit)
                .forEach(c -> letters.append((char) c));
        return letters.toString();
    }
}
