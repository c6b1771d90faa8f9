package org.stepwright.storage.format;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stepwright.label.LabelledTrace;
import org.stepwright.label.NeutralPolicy;
import org.stepwright.storage.TraceFilter;
import org.stepwright.storage.Workspace;
import org.stepwright.work.Progress;

/** Rows of both phases of PRM800K, with all that they do, come back to the byte. */
class Prm800kQuirksTest {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    @TempDir Path dir;

    /** Phase 1: the labeller writes a completion, or none is good and the labelling ends. */
    @Test
    void bothPhasesComeBackThroughAWorkspace() throws Exception {
        String phase1 =
                "{\"labeler\":\"a\",\"timestamp\":\"2022-07-17T16:56:51.323252\","
                        + "\"generation\":null,\"is_quality_control_question\":false,"
                        + "\"is_initial_screening_question\":false,\"question\":{\"problem\":\"p\","
                        + "\"ground_truth_answer\":\"1\"},\"label\":{\"steps\":["
                        + "{\"completions\":[{\"text\":\"x\",\"rating\":-1,\"flagged\":null}],"
                        + "\"human_completion\":{\"text\":\"y\",\"rating\":null,"
                        + "\"source\":\"human\",\"flagged\":false},\"chosen_completion\":null},"
                        + "{\"completions\":null,\"human_completion\":null,"
                        + "\"chosen_completion\":null},"
                        + "{\"completions\":[{\"text\":\"z\",\"rating\":0,\"flagged\":true},"
                        + "{\"text\":\"z\",\"rating\":null,\"flagged\":false}],"
                        + "\"human_completion\":null,\"chosen_completion\":null}],"
                        + "\"total_time\":278270,\"finish_reason\":\"give_up\"}}";
        String phase2 =
                "{\"labeler\":\"b\",\"timestamp\":\"2022-11-22T16:51:29.980606\",\"generation\":6,"
                        + "\"is_quality_control_question\":true,"
                        + "\"is_initial_screening_question\":false,\"question\":{\"problem\":\"p\","
                        + "\"ground_truth_solution\":\"s\",\"ground_truth_answer\":\"1\","
                        + "\"pre_generated_steps\":[\"x\",\"y\"],\"pre_generated_answer\":\"2\","
                        + "\"pre_generated_verifier_score\":0.9743651747703552},\"label\":{"
                        + "\"steps\":[{\"completions\":[{\"text\":\"x\",\"rating\":1,"
                        + "\"flagged\":false}],\"human_completion\":null,\"chosen_completion\":0},"
                        + "{\"completions\":[{\"text\":\"y\",\"rating\":-1,\"flagged\":false},"
                        + "{\"text\":\"v\",\"rating\":1,\"flagged\":false}],"
                        + "\"human_completion\":null,\"chosen_completion\":null}],"
                        + "\"total_time\":5000,\"finish_reason\":\"found_error\"}}";
        Path file = dir.resolve("rows.jsonl");
        java.nio.file.Files.writeString(file, phase1 + "\n" + phase2 + "\n");
        List<LabelledTrace> rows = new ArrayList<>();
        try (Workspace workspace = Workspace.create(dir.resolve("w.stepwright"))) {
            new Importer(workspace).run(List.of(file), LabelFiles.AUTO, Progress.NONE);
            workspace.traces().forEach(TraceFilter.ALL, rows::add);
        }
        assertThat(again(rows)).containsExactly(phase1, phase2);
    }

    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    void anyRowComesBackToTheByte(@ForAll("rows") ObjectNode row) {
        String text = row.toString();
        assertThat(again(Reading.of("prm800k", text).rows)).containsExactly(text);
    }

    private static List<String> again(List<LabelledTrace> rows) {
        byte[] written =
                RoundTripTest.write(
                        "prm800k", rows, new LabelWriter.RowFacts("", NeutralPolicy.WRONG));
        return new String(written, StandardCharsets.UTF_8)
                .lines()
                .map(Json::parse)
                .map(
                        node -> {
                            ((ObjectNode) node).remove("stepwright");
                            return node.toString();
                        })
                .toList();
    }

    @Provide
    Arbitrary<ObjectNode> rows() {
        Arbitrary<List<ObjectNode>> steps = steps().list().ofMinSize(1).ofMaxSize(5);
        return Combinators.combine(
                        Samples.names(),
                        Samples.texts(),
                        steps,
                        Arbitraries.of("found_error", "solution", "bad_problem", "give_up")
                                .injectNull(0.2),
                        Arbitraries.longs().between(0, Long.MAX_VALUE).injectNull(0.1),
                        Samples.texts().injectNull(0.3),
                        Arbitraries.of(true, false),
                        Samples.numbers())
                .as(Prm800kQuirksTest::row);
    }

    private static ObjectNode row(
            String labeler,
            String problem,
            List<ObjectNode> steps,
            String finish,
            Long time,
            String answer,
            boolean phase2,
            double score) {
        ObjectNode row = NODES.objectNode();
        row.put("labeler", labeler);
        row.put("timestamp", "2022-11-22T16:51:29.980606");
        row.set("generation", phase2 ? NODES.numberNode(6) : NODES.nullNode());
        row.put("is_quality_control_question", phase2);
        row.put("is_initial_screening_question", false);
        ObjectNode question = row.putObject("question");
        question.put("problem", problem);
        if (phase2) {
            question.put("ground_truth_solution", answer);
        }
        question.put("ground_truth_answer", answer);
        if (phase2) {
            question.putArray("pre_generated_steps").add("a").add(problem);
            question.put("pre_generated_verifier_score", score);
        }
        ObjectNode label = row.putObject("label");
        ArrayNode list = label.putArray("steps");
        steps.forEach(list::add);
        // A row in which nothing is judged has nothing to write.
        ObjectNode last = list.addObject();
        last.putArray("completions")
                .addObject()
                .put("text", "end")
                .put("rating", -1)
                .put("flagged", false);
        last.putNull("human_completion");
        last.set("chosen_completion", phase2 ? NODES.numberNode(0) : NODES.nullNode());
        label.put("total_time", time);
        label.put("finish_reason", finish);
        return row;
    }

    private static Arbitrary<ObjectNode> steps() {
        return Combinators.combine(
                        completions().list().ofMaxSize(4).injectNull(0.1),
                        human().injectNull(0.7),
                        Arbitraries.integers().between(-2, 3))
                .as(Prm800kQuirksTest::step);
    }

    private static ObjectNode step(List<ObjectNode> completions, ObjectNode human, int chosen) {
        ObjectNode step = NODES.objectNode();
        int count = completions == null ? 0 : completions.size();
        if (completions == null) {
            step.putNull("completions");
        } else {
            ArrayNode list = step.putArray("completions");
            completions.forEach(list::add);
        }
        step.set("human_completion", human == null ? NODES.nullNode() : human);
        JsonNode place =
                chosen < 0 || chosen >= count ? NODES.nullNode() : NODES.numberNode(chosen);
        step.set("chosen_completion", place);
        return step;
    }

    private static Arbitrary<ObjectNode> completions() {
        return Combinators.combine(
                        Samples.texts(),
                        Arbitraries.of(-1, 0, 1).injectNull(0.2),
                        Arbitraries.of(true, false).injectNull(0.2),
                        Arbitraries.of("", "source", "extra"))
                .as(
                        (text, rating, flagged, more) -> {
                            ObjectNode one = NODES.objectNode();
                            one.put("text", text).put("rating", rating).put("flagged", flagged);
                            if (!more.isEmpty()) {
                                one.put(more, text);
                            }
                            return one;
                        });
    }

    private static Arbitrary<ObjectNode> human() {
        return Combinators.combine(
                        Samples.texts(),
                        Arbitraries.of(-1, 0, 1).injectNull(0.6),
                        Arbitraries.of(true, false))
                .as(
                        (text, rating, flagged) ->
                                NODES.objectNode()
                                        .put("text", text)
                                        .put("rating", rating)
                                        .put("source", "human")
                                        .put("flagged", flagged));
    }
}
