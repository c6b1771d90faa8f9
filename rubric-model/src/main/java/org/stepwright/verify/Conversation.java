package org.stepwright.verify;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.stepwright.trace.Step;
import org.stepwright.trace.StepKind;

/**
 * What users and tools said between the steps. The chat reader writes one context as {@code
 * speaker: text} blocks between blank lines; a speaker is a role or the tool that answers. A tool's
 * answer that itself contains a blank line and {@code user: } cannot be told from a user's message.
 * A context without a speaker is a tool's answer behind a call, and a user's message elsewhere.
 *
 * @param steps the steps so far
 */
record Conversation(List<Step> steps) {
    /** Characters of contexts that one question looks at. */
    private static final int MAX_TEXT = 1_000_000;

    /** Steps that one question looks back over. */
    private static final int MAX_BACK = 2_000;

    /** Calls that are made at once. */
    private static final int MAX_PENDING = 200;

    private static final Set<String> USERS = Set.of("user", "human", "customer");
    private static final Set<String> TOOLS = Set.of("tool", "function");
    private static final Set<String> OTHERS = Set.of("system", "developer");
    private static final Pattern SPEAKER = Pattern.compile("(?:^|\\n\\n)([\\w.-]{1,100}): ?");

    /**
     * A part of a context.
     *
     * @param speaker who said it, or empty
     * @param text what was said; with the speaker in front when the name is not known
     * @param user whether a user said it
     */
    private record Said(String speaker, String text, boolean user) {
        boolean tool() {
            return !user && !OTHERS.contains(speaker);
        }
    }

    /**
     * @return what a user said last before the last step; empty text when no user has spoken since
     *     the first step; nothing when there is too much to look through
     */
    Optional<String> lastUserMessage() {
        int left = MAX_TEXT;
        for (int i = steps.size() - 1; i >= 0; i--) {
            left -= steps.get(i).context().length();
            if (left < 0 || steps.size() - i > MAX_BACK) {
                return Optional.empty();
            }
            List<Said> parts = said(i);
            for (int k = parts.size() - 1; k >= 0; k--) {
                if (parts.get(k).user()) {
                    return Optional.of(parts.get(k).text());
                }
            }
        }
        return Optional.of("");
    }

    /**
     * @param call the index of a step that calls a tool
     * @return what the tool answered before the last step, if it did
     */
    Optional<String> answer(int call) {
        int next = next(call);
        if (next == steps.size() || steps.get(next).context().length() > MAX_TEXT) {
            return Optional.empty();
        }
        List<Integer> pending = pending(next);
        List<Said> answers = said(next).stream().filter(Said::tool).toList();
        List<Integer> open = new ArrayList<>(pending);
        for (Said said : answers) {
            Integer taker = taker(said, open);
            if (taker != null && taker == call) {
                return Optional.of(said.text());
            }
            open.remove(taker);
        }
        return Optional.empty();
    }

    /** Characters that {@link #answer} would read. */
    int cost(int call) {
        int next = next(call);
        return next - call + (next == steps.size() ? 0 : steps.get(next).context().length());
    }

    /** The first step behind a call with a context; the number of steps if there is none. */
    private int next(int call) {
        int next = call + 1;
        while (next < steps.size() && steps.get(next).context().isBlank()) {
            next++;
        }
        return next;
    }

    /** The first open call of the tool that answers; without a name, the first open call. */
    private Integer taker(Said said, List<Integer> open) {
        boolean named = !said.speaker().isEmpty() && !TOOLS.contains(said.speaker());
        return open.stream()
                .filter(i -> !named || Call.calls(steps.get(i), said.speaker()))
                .findFirst()
                .orElse(null);
    }

    /** The calls that a context can answer, in their order: those behind the context before it. */
    private List<Integer> pending(int context) {
        List<Integer> calls = new ArrayList<>();
        for (int i = context - 1; i >= 0 && calls.size() < MAX_PENDING; i--) {
            if (steps.get(i).kind() == StepKind.TOOL_CALL) {
                calls.add(0, i);
            }
            if (!steps.get(i).context().isBlank()) {
                break;
            }
        }
        return calls;
    }

    private List<Said> said(int at) {
        String context = steps.get(at).context();
        if (context.isBlank()) {
            return List.of();
        }
        List<Integer> pending = pending(at);
        List<Said> said = new ArrayList<>();
        Matcher matcher = SPEAKER.matcher(context);
        String speaker = "";
        int from = 0;
        while (matcher.find()) {
            if (matcher.start() > 0 && !known(matcher.group(1), pending)) {
                continue;
            }
            if (matcher.start() > 0) {
                said.add(part(speaker, context.substring(from, matcher.start()), at, pending));
            }
            speaker = matcher.group(1);
            from = known(speaker, pending) ? matcher.end() : matcher.start();
        }
        said.add(part(speaker, context.substring(from), at, pending));
        return said;
    }

    private boolean known(String speaker, List<Integer> pending) {
        return USERS.contains(speaker)
                || TOOLS.contains(speaker)
                || OTHERS.contains(speaker)
                || pending.stream().anyMatch(i -> Call.calls(steps.get(i), speaker));
    }

    private Said part(String speaker, String text, int at, List<Integer> pending) {
        boolean named = known(speaker, pending);
        boolean user =
                USERS.contains(speaker)
                        || !named
                                && pending.isEmpty()
                                && steps.subList(0, at).stream()
                                        .noneMatch(step -> Call.calls(step, speaker));
        return new Said(named ? speaker : "", text, user);
    }
}
