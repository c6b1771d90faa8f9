package org.stepwright.storage.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.stepwright.label.LabelSource;
import org.stepwright.label.LabelledTrace;
import org.stepwright.label.NeutralPolicy;
import org.stepwright.label.StepLabel;
import org.stepwright.label.Verdict;
import org.stepwright.trace.Outcome;
import org.stepwright.trace.Step;
import org.stepwright.trace.Trace;

/** Whose verdicts and whose facts stand in a row of PRM800K. */
class Prm800kWriterTest {
    private static final String ROW =
            "{\"labeler\":\"zoe\",\"timestamp\":\"2022-07-17T16:56:51.323252\","
                    + "\"question\":{\"problem\":\"p\"},\"label\":{\"steps\":["
                    + "{\"completions\":[{\"text\":\"a\",\"rating\":1,\"flagged\":false}],"
                    + "\"human_completion\":null,\"chosen_completion\":0},"
                    + "{\"completions\":[{\"text\":\"b\",\"rating\":-1,\"flagged\":false}],"
                    + "\"human_completion\":{\"text\":\"c\",\"source\":\"human\"},"
                    + "\"chosen_completion\":null}],"
                    + "\"total_time\":5000,\"finish_reason\":\"give_up\"}}";

    private static LabelledTrace read() {
        return Reading.of("prm800k", ROW).only();
    }

    private static List<JsonNode> write(Trace trace, List<StepLabel> labels) {
        byte[] written =
                RoundTripTest.write(
                        "prm800k",
                        List.of(new LabelledTrace(trace, labels)),
                        new LabelWriter.RowFacts("", NeutralPolicy.WRONG));
        return new String(written, StandardCharsets.UTF_8).lines().map(Json::parse).toList();
    }

    private static List<StepLabel> roundTrip(Trace trace, List<StepLabel> labels) {
        return Reading.of("prm800k", write(trace, labels).get(0).toString()).only().labels();
    }

    private static StepLabel label(int step, Verdict verdict, String annotator) {
        return new Verdicts(read().trace().id(), annotator, Instant.EPOCH, LabelSource.HUMAN)
                .of(step, verdict);
    }

    @Test
    void anUnchangedRowComesBackWhole() {
        JsonNode written = write(read().trace(), read().labels()).get(0);
        assertThat(written.get("label").toString())
                .isEqualTo(Json.parse(ROW).get("label").toString());
        assertThat(written.get("timestamp").asText()).isEqualTo("2022-07-17T16:56:51.323252");
    }

    @Test
    void aCorrectionIsOneMoreCompletion() {
        Trace trace = Trace.of("t", "p", List.of("a", "b"));
        StepLabel wrong =
                new StepLabel(
                        "t",
                        1,
                        0,
                        Verdict.WRONG,
                        List.of(),
                        List.of(),
                        false,
                        false,
                        "",
                        "zz",
                        Instant.EPOCH,
                        "",
                        LabelSource.HUMAN,
                        "better");

        LabelledTrace read =
                Reading.of("prm800k", write(trace, List.of(wrong)).get(0).toString()).only();

        assertThat(read.trace().steps().get(1).alternatives()).containsExactly("better");
        assertThat(read.labels())
                .extracting(StepLabel::step, StepLabel::candidate, StepLabel::verdict)
                .contains(tuple(1, 0, Verdict.WRONG), tuple(1, 1, Verdict.CORRECT));
    }

    @Test
    void aDecisionOfTheSamePersonIsTheRowsVerdict() {
        Trace trace = Trace.of("t", "p", List.of("a"));
        StepLabel own =
                StepLabel.verdict("t", 0, Verdict.WRONG, "zz", Instant.EPOCH, LabelSource.HUMAN);
        StepLabel decided =
                StepLabel.verdict(
                        "t", 0, Verdict.CORRECT, "zz", Instant.EPOCH, LabelSource.ADJUDICATED);

        for (List<StepLabel> labels : List.of(List.of(own, decided), List.of(decided, own))) {
            assertThat(roundTrip(trace, labels))
                    .extracting(StepLabel::verdict)
                    .containsExactly(Verdict.CORRECT);
        }
    }

    @Test
    void aSecondAnnotatorKeepsTheirVerdictsAndInheritsNothing() {
        LabelledTrace read = read();
        List<StepLabel> labels = new ArrayList<>(read.labels());
        labels.add(label(0, Verdict.CORRECT, "zz"));
        labels.add(label(1, Verdict.WRONG, "zz"));
        JsonNode second = write(read.trace(), labels).get(1);
        assertThat(second.get("labeler").asText()).isEqualTo("zz");
        assertThat(second.at("/label/finish_reason").asText()).isEqualTo("found_error");
        assertThat(second.at("/label/total_time").isNull()).isTrue();
        assertThat(Reading.of("prm800k", second.toString()).only().labels())
                .extracting(StepLabel::step, StepLabel::candidate, StepLabel::verdict)
                .containsExactlyInAnyOrder(
                        tuple(0, 0, Verdict.CORRECT), tuple(1, 0, Verdict.WRONG));
    }

    @Test
    void whatASecondAnnotatorLeftUnlabelledStaysUnlabelled() {
        List<StepLabel> labels =
                roundTrip(read().trace(), List.of(label(0, Verdict.NEUTRAL, "zz")));
        assertThat(labels).extracting(StepLabel::step).containsExactly(0);
    }

    @Test
    void theLabellersNewVerdictOnTheirOwnTextIsWritten() {
        List<StepLabel> changed =
                read().labels().stream()
                        .map(
                                l ->
                                        l.step() == 1 && l.candidate() == 0
                                                ? l.withVerdict(Verdict.WRONG)
                                                : l)
                        .toList();
        assertThat(write(read().trace(), changed).get(0).at("/label/total_time").asInt())
                .isEqualTo(5000);
        assertThat(roundTrip(read().trace(), changed)).containsExactlyInAnyOrderElementsOf(changed);
        List<StepLabel> cleared =
                read().labels().stream().filter(l -> l.step() == 0 || l.candidate() > 0).toList();
        assertThat(roundTrip(read().trace(), cleared))
                .extracting(StepLabel::step, StepLabel::candidate, StepLabel::verdict)
                .containsExactlyInAnyOrderElementsOf(
                        cleared.stream()
                                .map(l -> tuple(l.step(), l.candidate(), l.verdict()))
                                .toList());
    }

    @Test
    void metadataThatDoesNotFitTheTraceIsLeftAside() {
        for (String kept :
                List.of(
                        "{\"x\":1}",
                        "{\"steps\":3}",
                        "{\"steps\":[7]}",
                        "{\"steps\":[]}",
                        "{\"steps\":[{\"completions\":[{}],\"chosen_completion\":9}]}",
                        "{\"steps\":[{\"completions\":[null],\"chosen_completion\":0}]}",
                        "{\"steps\":[{\"completions\":\"x\"}]}",
                        "{\"steps\":[{\"human_completion\":7}]}",
                        "{\"steps\":[{\"completions\":[{},{}]}]}",
                        "{\"steps\":[{\"completions\":[{}]},{\"completions\":[{}]}]}",
                        "[]",
                        "no json")) {
            Map<String, String> metadata =
                    new TreeMap<>(
                            Map.of(
                                    Prm800kFormat.ROW,
                                    "{\"labeler\":\"zoe\"}",
                                    Prm800kFormat.QUESTION,
                                    "{\"problem\":\"other\"}",
                                    Prm800kFormat.LABEL,
                                    kept));
            LabelledTrace read = read();
            Trace trace =
                    new Trace(
                            read.trace().id(),
                            "p",
                            List.of(Step.of("only")),
                            read.trace().outcome(),
                            null,
                            metadata);
            JsonNode written = write(trace, List.of(label(0, Verdict.WRONG, "zoe"))).get(0);
            LabelledTrace again = Reading.of("prm800k", written.toString()).only();
            assertThat(again.trace().stepTexts()).as(kept).containsExactly("only");
            assertThat(again.trace().problem()).isEqualTo("p");
            assertThat(again.labels())
                    .extracting(StepLabel::verdict)
                    .containsExactly(Verdict.WRONG);
        }
    }

    @Test
    void severalAnnotatorsBecomeSeveralRowsOfPrm800k() {
        Trace trace = Samples.plain("t", "p", List.of("a"), "s", null, Outcome.UNKNOWN);
        List<StepLabel> labels = new ArrayList<>();
        for (String annotator : List.of("ann", "ben")) {
            labels.add(
                    new Verdicts("t", annotator, Instant.EPOCH, LabelSource.HUMAN)
                            .of(0, Verdict.CORRECT));
        }
        byte[] written =
                RoundTripTest.write(
                        "prm800k",
                        List.of(new LabelledTrace(trace, labels)),
                        new LabelWriter.RowFacts("", NeutralPolicy.WRONG));
        assertThat(Reading.of("prm800k", written).ids()).containsExactly("t", "t~ben");
    }
}
