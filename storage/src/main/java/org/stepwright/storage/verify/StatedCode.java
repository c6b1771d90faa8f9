package org.stepwright.storage.verify;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.stepwright.trace.Step;
import org.stepwright.trace.StepKind;

/**
 * Where a step states code. Immutable.
 *
 * @param languages the words after the fence of a block that name the language, in lower case
 * @param tool the tool whose calls hold the code; empty for fenced blocks
 * @param argument the argument of the tool that holds it
 * @param wholeStep whether a text without such a block is code from end to end
 */
public record StatedCode(Set<String> languages, String tool, String argument, boolean wholeStep) {
    private static final int MAX_STEP = 2_000_000;
    private static final int MAX_BLOCKS = 20;
    private static final int MAX_DEPTH = 50;
    private static final ObjectMapper JSON =
            new ObjectMapper(
                    JsonFactory.builder()
                            .streamReadConstraints(
                                    StreamReadConstraints.builder()
                                            .maxNestingDepth(MAX_DEPTH)
                                            .maxStringLength(MAX_STEP)
                                            .build())
                            .build());

    /** Validates. */
    public StatedCode {
        languages = Set.copyOf(languages);
        Objects.requireNonNull(tool, "tool");
        Objects.requireNonNull(argument, "argument");
    }

    /**
     * @param step a step
     * @return the pieces of code that it states, in order, at most 20; empty when it states none.
     *     Blank pieces and steps of more than two million characters are left out
     */
    public List<String> of(Step step) {
        if (step.text().length() > MAX_STEP) {
            return List.of();
        }
        List<String> found = tool.isEmpty() ? ofText(step) : ofCall(step);
        return found.stream().map(String::strip).filter(code -> !code.isEmpty()).toList();
    }

    private List<String> ofText(Step step) {
        if (step.kind() == StepKind.TOOL_CALL) {
            return List.of();
        }
        List<String> blocks = blocks(step.text());
        return blocks.isEmpty() && wholeStep ? List.of(step.text()) : blocks;
    }

    /** A block that is never closed ends with the step. */
    private List<String> blocks(String text) {
        List<String> blocks = new ArrayList<>();
        StringBuilder block = null;
        boolean other = false;
        for (String line : (Iterable<String>) text.lines()::iterator) {
            boolean fence = line.stripLeading().startsWith("```");
            if (block != null && fence) {
                blocks.add(block.toString());
                block = null;
            } else if (block != null) {
                block.append(line).append('\n');
            } else if (fence && !other && isOurs(line) && blocks.size() < MAX_BLOCKS) {
                block = new StringBuilder();
            } else if (fence) {
                other = !other;
            }
        }
        if (block != null) {
            blocks.add(block.toString());
        }
        return blocks;
    }

    private boolean isOurs(String fence) {
        String info = fence.strip().substring(3).strip().toLowerCase(Locale.ROOT);
        int end = 0;
        while (end < info.length() && " \t{:,".indexOf(info.charAt(end)) < 0) {
            end++;
        }
        return languages.contains(info.substring(0, end));
    }

    private List<String> ofCall(Step step) {
        String text = step.text();
        int paren = text.indexOf('(');
        boolean ours =
                step.kind() == StepKind.TOOL_CALL
                        && paren > 0
                        && text.endsWith(")")
                        && text.substring(0, paren).strip().equals(tool);
        if (!ours) {
            return List.of();
        }
        try {
            JsonNode value =
                    JSON.readTree(text.substring(paren + 1, text.length() - 1)).path(argument);
            return value.isTextual() ? List.of(value.textValue()) : List.of();
        } catch (JsonProcessingException e) {
            // Whether arguments are JSON is for another verifier to say.
            return List.of();
        }
    }
}
