package org.stepwright.prm.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import ai.onnxruntime.OrtEnvironment;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stepwright.label.LabelledTrace;
import org.stepwright.label.NeutralPolicy;
import org.stepwright.label.StepLabel;
import org.stepwright.label.Verdict;
import org.stepwright.prm.ModelBundle;
import org.stepwright.prm.RewardModel;
import org.stepwright.prm.RewardModels;
import org.stepwright.prm.encode.Encoder;
import org.stepwright.prm.signal.Signals;
import org.stepwright.prm.signal.StepFeatures;
import org.stepwright.trace.SplitRatios;
import org.stepwright.trace.Trace;
import org.stepwright.verify.ArithmeticVerifier;
import org.stepwright.work.Progress;

/** The code in a model card gives the rewards that the program gives. */
class ModelCardTest {
    private static final List<LabelledTrace> ROWS = unsure(SyntheticSums.rows(120, 3));

    @TempDir Path dir;

    @Test
    void theCodeInTheCardGivesTheSameRewards() throws IOException, InterruptedException {
        String python = System.getProperty("stepwright.python", "");
        assumeTrue(
                !python.isEmpty(),
                "The code in model cards was not run: name a Python that has onnxruntime, (of the"
                    + " version in the card), tokenizers and numpy by -Dstepwright.python=PATH.");
        Map<String, ModelBundle> bundles = new LinkedHashMap<>();
        for (Recipe recipe : Recipe.values()) {
            String name = recipe.id() + ".prm";
            bundles.put(name, train(recipe));
            bundles.get(name).write(dir.resolve(name));
        }
        writeEncoder();
        writeRows(bundles);
        Process process =
                new ProcessBuilder(python, script().toString(), dir.toString())
                        .redirectErrorStream(true)
                        .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        System.out.print(said);
        assertThat(process.waitFor()).as(said).isZero();
    }

    @Test
    void theFrozenCardReadsTextAsTheEncoderDoes() {
        assertThat(train(Recipe.FROZEN).modelCard())
                .contains("tokenizer.no_padding()")
                .contains("tokenizer.enable_truncation(" + Encoder.MAX_TOKENS + ")")
                .contains("text[:" + Encoder.MAX_CHARACTERS + "]")
                .contains("onnxruntime==" + OrtEnvironment.getEnvironment().getVersion())
                .contains("without the\ncounter in front of it");
    }

    @Test
    void theCardSaysWhatItsInputsAre() {
        String card = train(Recipe.SIGNALS).modelCard();
        assertThat(card)
                .contains("one row of " + Signals.NAMES.size() + " numbers a step")
                .contains("version " + Signals.VERSION + " of")
                .contains("# pip install onnxruntime numpy\nimport json, zipfile\n")
                .doesNotContain("tokenizer");
    }

    private void writeEncoder() throws IOException {
        try (InputStream in = getClass().getResourceAsStream("/all-minilm-l6-v2-q.onnx")) {
            Files.copy(in, dir.resolve("all-minilm-l6-v2-q.onnx"));
        }
    }

    private void writeRows(Map<String, ModelBundle> bundles) throws IOException {
        List<Map<String, Object>> rows = new ArrayList<>();
        for (Trace trace : traces()) {
            Map<String, Object> row = new LinkedHashMap<>();
            row.put("problem", trace.problem());
            row.put("steps", trace.stepTexts());
            row.put("signals", signals(trace));
            rows.add(row);
        }
        for (Map.Entry<String, ModelBundle> entry : bundles.entrySet()) {
            try (RewardModel model = RewardModels.open(entry.getValue())) {
                List<List<Double>> rewards = model.scoreAll(traces(), Progress.NONE);
                assertThat(rewards.stream().flatMap(List::stream))
                        .filteredOn(reward -> reward > 0.05 && reward < 0.95)
                        .hasSizeGreaterThan(20);
                for (int i = 0; i < rows.size(); i++) {
                    rows.get(i).put(entry.getKey(), rewards.get(i));
                }
            }
        }
        new ObjectMapper().writeValue(dir.resolve("rows.json").toFile(), rows);
    }

    /** Every third answer with its verdicts turned round, so that rewards lie between 0 and 1. */
    private static List<LabelledTrace> unsure(List<LabelledTrace> rows) {
        List<LabelledTrace> mixed = new ArrayList<>(rows);
        for (int i = 0; i < mixed.size(); i += 3) {
            LabelledTrace row = mixed.get(i);
            List<StepLabel> turned = row.labels().stream().map(ModelCardTest::turned).toList();
            mixed.set(i, new LabelledTrace(row.trace(), turned));
        }
        return mixed;
    }

    private static StepLabel turned(StepLabel label) {
        return StepLabel.verdict(
                label.traceId(),
                label.step(),
                label.verdict() == Verdict.WRONG ? Verdict.CORRECT : Verdict.WRONG,
                label.annotator(),
                label.at(),
                label.source());
    }

    private static List<float[]> signals(Trace trace) {
        StepFeatures.State state = new Signals(new ArithmeticVerifier()).begin(trace.problem());
        return trace.steps().stream().map(state::next).toList();
    }

    /** Held-out sums, and steps with counters, past 128 and past 256 tokens, and of no words. */
    private static List<Trace> traces() {
        List<Trace> traces = new ArrayList<>();
        SyntheticSums.rows(10, 4).forEach(row -> traces.add(row.trace()));
        String longer = "We count the bolts in each box again and find as many. ".repeat(15);
        traces.add(
                Trace.of(
                        "counters",
                        "Ärger: how many \"bolts\" — 3 or 4? " + longer,
                        List.of(
                                "Step 1: There are 3 bolts.",
                                "2) There are 3 + 1 = 4 bolts.",
                                "**Step 3**: " + longer,
                                "4. " + longer.repeat(3),
                                "STEP 5 so 4",
                                "1234. is no counter",
                                "5.5 is none, too",
                                "三 🚀 été",
                                " ")));
        return traces;
    }

    private static ModelBundle train(Recipe recipe) {
        return new Trainer().train(set(ROWS), options(recipe), Progress.NONE).bundle();
    }

    private static TrainingSet set(List<LabelledTrace> rows) {
        return TrainingSet.of(rows, SplitRatios.DEFAULT, 42, NeutralPolicy.CORRECT);
    }

    private static TrainOptions options(Recipe recipe) {
        return new TrainOptions(
                recipe, 42, NeutralPolicy.CORRECT, SplitRatios.DEFAULT, 2, "sums", "");
    }

    private static Path script() {
        return Path.of("src/test/resources/reference/model_card.py").toAbsolutePath();
    }
}
