package org.stepwright.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.lifecycle.AfterProperty;
import net.jqwik.api.lifecycle.BeforeProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.stepwright.label.LabelledTrace;
import org.stepwright.label.Verdict;
import org.stepwright.trace.Outcome;
import org.stepwright.trace.Step;
import org.stepwright.trace.Trace;
import org.stepwright.work.WorkFailed;

class SearchTest {
    private Path dir;
    private Workspace workspace;

    @BeforeEach
    @BeforeProperty
    void open() throws IOException {
        dir = Files.createTempDirectory("search");
        workspace = Workspace.create(dir.resolve("w"));
        workspace
                .traces()
                .add(
                        List.of(
                                trace(
                                        "1",
                                        "Refund of an ISTANBUL trip",
                                        "Check the policy",
                                        "chat"),
                                trace("2", "Café prices: 3+4", "NEAR the \"end\" of x-ray", "math"),
                                Samples.labelled("3", "anna", Verdict.WRONG, null)));
        workspace.labels().finish("3", "anna", TraceState.SUBMITTED, "").join();
    }

    @AfterEach
    @AfterProperty
    void close() throws IOException {
        workspace.close();
        Files.delete(dir.resolve("w"));
        Files.delete(dir);
    }

    private static LabelledTrace trace(String id, String problem, String step, String source) {
        return new LabelledTrace(
                new Trace(
                        id,
                        problem,
                        List.of(Step.of(step)),
                        Outcome.UNKNOWN,
                        null,
                        java.util.Map.of(Trace.SOURCE, source)),
                List.of());
    }

    private List<String> find(String where) {
        return ids(TraceFilter.parse(where), "");
    }

    private List<String> text(String text) {
        return ids(new TraceFilter(text, null, "", "", null), "");
    }

    private List<String> ids(TraceFilter filter, String annotator) {
        List<String> page =
                workspace.traces().page(filter, annotator, 0, 100).stream()
                        .map(TraceSummary::id)
                        .toList();
        assertThat(workspace.traces().count(filter, annotator)).isEqualTo(page.size());
        return page;
    }

    @Test
    void findsWordsInProblemsAndSteps() {
        assertThat(text("refund")).containsExactly("1");
        assertThat(text("policy REFUND")).containsExactly("1");
        assertThat(text("ref")).as("unfinished last word").containsExactly("1");
        assertThat(text("ref policy")).isEmpty();
        assertThat(text("cafe")).containsExactly("2");
        assertThat(text("istanbul")).containsExactly("1");
        assertThat(text("step")).containsExactly("3");
        assertThat(text("  ")).hasSize(3);
    }

    @Test
    void searchSyntaxIsPlainText() {
        assertThat(text("\"end\"")).containsExactly("2");
        assertThat(text("x-ray")).containsExactly("2");
        assertThat(text("3+4")).containsExactly("2");
        assertThat(text("near")).containsExactly("2");
        for (String hostile :
                List.of(
                        "\"",
                        "*",
                        "NEAR(",
                        "NEAR(a b, 2)",
                        "a OR b",
                        "NOT",
                        "AND",
                        "problem:x",
                        "{problem steps}:x",
                        "^a",
                        "a*b",
                        "(",
                        "')--",
                        "\"\"\"",
                        "\0",
                        "a\0b",
                        "-",
                        "+",
                        "a AND",
                        "\uD800",
                        "\uD83D\uDE00",
                        "x ".repeat(5000),
                        "ı",
                        "%",
                        "_")) {
            assertThat(text(hostile)).as(hostile).hasSizeLessThan(4);
        }
    }

    @Property(tries = 300)
    void noTextRaises(@ForAll String text) {
        assertThat(text(text)).hasSizeLessThan(4);
    }

    @Test
    void filtersCombine() {
        assertThat(find("source:chat")).containsExactly("1");
        assertThat(find("source=math text:near")).containsExactly("2");
        assertThat(find("labelled:yes")).containsExactly("3");
        assertThat(find("labelled=false")).containsExactly("1", "2");
        assertThat(find("labelled:true annotator:bert")).isEmpty();
        assertThat(find("state:submitted")).containsExactly("3");
        assertThat(find("state:OPEN")).containsExactly("1", "2");
        assertThat(find("state:open annotator:bert")).hasSize(3);
        assertThat(find("id:2")).containsExactly("2");
        assertThat(find("text:\"check the\" text:policy")).containsExactly("1");
        assertThat(find("")).hasSize(3);
        assertThat(ids(new TraceFilter("", null, "", "", true), "bert")).isEmpty();
        assertThat(ids(new TraceFilter("", TraceState.SUBMITTED, "", "", true), "anna"))
                .containsExactly("3");
    }

    @Test
    void aFilterThatCannotBeReadIsASentence() {
        for (String wrong :
                List.of("colour:red", "refund", ":x", "state:done", "labelled:maybe", "=")) {
            assertThatThrownBy(() -> TraceFilter.parse(wrong))
                    .as(wrong)
                    .isInstanceOf(WorkFailed.class)
                    .hasMessageEndingWith(".");
        }
        assertThatThrownBy(() -> TraceFilter.parse("colour:red"))
                .hasMessageContaining("text, state, source, annotator, labelled, id");
    }

    @Test
    void anAnnotatorsFilterGivesOnlyThoseLabels() {
        workspace.labels().put(Samples.label("3", 1, Verdict.CORRECT, "bert")).join();

        workspace
                .traces()
                .forEach(
                        TraceFilter.parse("id:3 annotator:bert"),
                        row ->
                                assertThat(row.labels())
                                        .containsExactly(
                                                Samples.label("3", 1, Verdict.CORRECT, "bert")));
    }
}
