package org.stepwright.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.stepwright.prm.eval.FileEval;
import org.stepwright.report.BarChart;
import org.stepwright.report.HtmlPage;
import org.stepwright.report.Picture;
import org.stepwright.report.ReliabilityDiagram;
import org.stepwright.report.StepStrip;

/** The report of a demo: one page and its pictures as files. */
final class DemoReport {
    private static final int MISTAKES = 5;
    private static final String SYNTHETIC =
            "Everything here is made from synthetic samples that a program wrote, with planted"
                    + " errors. The figures show that the loop works; they say nothing about how"
                    + " well a model does on answers that people or language models write.";

    private final DemoResult result;

    DemoReport(DemoResult result) {
        this.result = result;
    }

    /**
     * Writes {@code report.html} and {@code pictures/*.svg}.
     *
     * @param folder the demo's folder
     * @return the page
     */
    Path write(Path folder) throws IOException {
        List<Picture> pictures = List.of(f1(), reliability(), strip());
        Path files = Files.createDirectories(folder.resolve("pictures"));
        for (Picture picture : pictures) {
            Files.writeString(
                    files.resolve(picture.name() + ".svg"), picture.svg(), StandardCharsets.UTF_8);
        }
        Path page = folder.resolve("report.html");
        Files.writeString(page, page(pictures).html(), StandardCharsets.UTF_8);
        return page;
    }

    private HtmlPage page(List<Picture> pictures) {
        HtmlPage page =
                new HtmlPage(
                        "Stepwright demo",
                        "From a rubric to the score of a live answer, in one run on this machine.");
        page.note(SYNTHETIC);
        page.heading("What was done").list(steps());
        page.heading("Results on the held-out part");
        for (DemoResult.Model model : result.models()) {
            page.list(EvalTable.facts(model.heldOut(), DemoLoop.splitText()));
            page.table(
                    "Recipe " + model.recipe() + ", with every baseline",
                    EvalTable.rows("demo-" + model.recipe(), model.heldOut()));
        }
        page.picture(pictures.get(0));
        bestOfN(page);
        page.heading("Can the rewards be read as probabilities?").picture(pictures.get(1));
        page.heading("A live answer, scored as it streamed");
        page.note("This answer is recorded: it was replayed from a file, no model was called.");
        page.paragraph(result.prompt()).picture(pictures.get(2));
        page.heading("Where the model was sure and wrong").table("The worst mistakes", mistakes());
        page.heading("Next").list(next());
        return page;
    }

    private void bestOfN(HtmlPage page) {
        page.heading("Picking the best of several answers");
        page.paragraph(
                "The samples hold four answers to each problem. Share of held-out problems answered"
                        + " right when the first answer is taken, the most frequent one, the one"
                        + " with the best score (last step, smallest, product, mean), or any right"
                        + " one.");
        for (DemoResult.Model model : result.models()) {
            page.table("Picked by " + model.recipe(), EvalTable.bestOfN(model.heldOut()));
        }
    }

    private List<String> steps() {
        List<String> steps = new ArrayList<>();
        steps.add(
                "Rubric "
                        + result.rubric().rubric().title()
                        + ", published as "
                        + result.rubric().key()
                        + " with "
                        + Text.count(result.findings().size(), "lint finding")
                        + ".");
        steps.add(
                "Import: "
                        + Text.count(result.imported().tracesAdded(), "trace")
                        + ", "
                        + Text.count(result.imported().stepsAdded(), "step")
                        + ", "
                        + Text.count(result.imported().labelsAdded(), "label")
                        + ".");
        for (DemoResult.Model model : result.models()) {
            steps.add(
                    "Training of "
                            + model.recipe()
                            + ": "
                            + Text.number(model.seconds(), 1)
                            + " s, threshold "
                            + Text.number(model.threshold(), 3)
                            + ".");
        }
        steps.add(
                "Export: "
                        + Text.count(result.export().traces(), "trace")
                        + " as TRL stepwise supervision, with a dataset card.");
        return steps;
    }

    private List<String> next() {
        return List.of(
                "Open the window on this workspace: ./stepwright",
                "Evaluate on your own labelled file: ./stepwright eval --model "
                        + result.first().file()
                        + " FILE",
                "Score your own traces: ./stepwright score --model "
                        + result.first().file()
                        + " --in traces.jsonl --out scores.jsonl");
    }

    private Picture f1() {
        List<BarChart.Bar> bars = new ArrayList<>();
        for (DemoResult.Model model : result.models()) {
            List<Double> ends =
                    model.heldOut().ci95().getOrDefault("f1", List.of(Double.NaN, Double.NaN));
            bars.add(
                    new BarChart.Bar(
                            "demo-" + model.recipe(),
                            model.heldOut().f1(),
                            ends.get(0),
                            ends.get(1),
                            true));
        }
        FileEval eval = result.first().heldOut();
        eval.baselines()
                .forEach(
                        (name, row) ->
                                bars.add(
                                        new BarChart.Bar(
                                                name, row.f1(), Double.NaN, Double.NaN, false)));
        return BarChart.of(
                "f1",
                "First-error F1 on the held-out part",
                "F1 in percent on "
                        + Text.count(eval.traces(), "held-out synthetic trace")
                        + ", with 95 % intervals over problems; baselines in grey.",
                bars);
    }

    private Picture reliability() {
        FileEval eval = result.first().heldOut();
        return ReliabilityDiagram.of(
                eval.reliability().stream()
                        .map(
                                b ->
                                        new ReliabilityDiagram.Bin(
                                                b.meanReward(), b.shareCorrect(), b.count()))
                        .toList(),
                eval.ece());
    }

    private Picture strip() {
        List<String> texts = result.live().trace().stepTexts();
        List<Double> rewards = result.live().score().stepRewards();
        List<StepStrip.Cell> cells = new ArrayList<>();
        for (int i = 0; i < rewards.size(); i++) {
            cells.add(new StepStrip.Cell(texts.get(i), rewards.get(i)));
        }
        return StepStrip.of("Recorded answer", cells, result.first().threshold());
    }

    private List<List<String>> mistakes() {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("Step", "Reward", "In truth", "Text"));
        result.first().heldOut().worst().stream()
                .limit(MISTAKES)
                .forEach(
                        m ->
                                rows.add(
                                        List.of(
                                                m.traceId() + ", step " + (m.step() + 1),
                                                Text.number(m.reward(), 2),
                                                m.correct() ? "correct" : "wrong",
                                                Text.oneLine(m.text(), 120))));
        return rows;
    }
}
