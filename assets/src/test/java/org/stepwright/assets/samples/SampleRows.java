package org.stepwright.assets.samples;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;

/** Draws problems, several answers to each, and writes them as rows of the generic form. */
final class SampleRows {
    static final int PROBLEMS = 50;
    static final int ANSWERS = 4;
    private static final long SEED = 20_261_101;

    private SampleRows() {}

    /**
     * @return the whole file: the three workflows take turns
     */
    static String all() {
        StringBuilder file = new StringBuilder();
        for (int i = 0; i < PROBLEMS; i++) {
            file.append(rows("refund", i, RefundCase::draw));
            file.append(rows("invoice", i, InvoiceCase::draw));
            file.append(rows("maths", i, MathsCase::draw));
        }
        return file.toString();
    }

    private static String rows(String workflow, int number, Function<Random, SampleCase> draw) {
        long seed = SEED + 1_000_003L * number + workflow.charAt(0) * 7_919L;
        Random random = new Random(seed);
        SampleCase drawn = draw.apply(random);
        StringBuilder rows = new StringBuilder();
        for (int answer = 0; answer < ANSWERS; answer++) {
            String id =
                    String.format(Locale.ROOT, "%s-%03d-%c", workflow, number + 1, 'a' + answer);
            Map<String, Object> row = row(id, drawn, seed * 31 + answer, random);
            row.put("metadata", metadata("workflow", workflow));
            rows.append(JsonText.of(row)).append('\n');
        }
        return rows.toString();
    }

    static Map<String, String> metadata(String what, String name) {
        Map<String, String> metadata = new LinkedHashMap<>();
        metadata.put("generator", "stepwright-samples");
        metadata.put(what, name);
        return metadata;
    }

    /** One answer as a row of the generic form, without metadata. */
    static Map<String, Object> row(String id, SampleCase drawn, long wording, Random random) {
        Pen clean = new Pen(wording, -1);
        String reference = drawn.answer(clean);
        int slip = random.nextBoolean() ? chance(clean.chances(), random) : -1;
        Pen pen = new Pen(wording, slip);
        String result = drawn.answer(pen);
        Pen.Chance error = slip < 0 ? null : clean.chances().get(slip);

        Map<String, Object> row = new LinkedHashMap<>();
        row.put("id", id);
        row.put("problem", drawn.problem());
        row.put("steps", pen.steps());
        row.put("labels", labels(pen.steps().size(), error));
        if (error != null) {
            row.put("error_kind", error.kind().text);
        }
        row.put("outcome", result.equals(reference) ? "right" : "wrong");
        row.put("reference", reference);
        row.put("synthetic", true);
        return row;
    }

    /** First the step, so that position alone says little; then the kind within the step. */
    private static int chance(List<Pen.Chance> chances, Random random) {
        List<Integer> steps = chances.stream().map(Pen.Chance::step).distinct().toList();
        int step = steps.get(random.nextInt(steps.size()));
        List<ErrorKind> kinds =
                chances.stream()
                        .filter(c -> c.step() == step)
                        .map(Pen.Chance::kind)
                        .distinct()
                        .toList();
        // Few steps offer these two, so they are taken where they can be.
        List<ErrorKind> rare =
                kinds.stream()
                        .filter(
                                k ->
                                        k == ErrorKind.SKIPPED_CHECK
                                                || k == ErrorKind.MISSING_CONDITION)
                        .toList();
        List<ErrorKind> open = rare.isEmpty() || random.nextInt(4) == 0 ? kinds : rare;
        ErrorKind kind = open.get(random.nextInt(open.size()));
        List<Integer> here = new ArrayList<>();
        for (int i = 0; i < chances.size(); i++) {
            if (chances.get(i).equals(new Pen.Chance(step, kind))) {
                here.add(i);
            }
        }
        return here.get(random.nextInt(here.size()));
    }

    /** True up to the error, false there, unknown after it. */
    private static List<Boolean> labels(int steps, Pen.Chance error) {
        List<Boolean> labels = new ArrayList<>();
        for (int i = 0; i < steps; i++) {
            labels.add(
                    error == null || i < error.step()
                            ? Boolean.TRUE
                            : i == error.step() ? Boolean.FALSE : null);
        }
        return labels;
    }
}
