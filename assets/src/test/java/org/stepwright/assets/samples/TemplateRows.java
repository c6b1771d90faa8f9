package org.stepwright.assets.samples;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;

/**
 * A few answers for each template whose workflow has a generator; those of the other templates are
 * written one by one. They are drawn from other seeds than the large sample set, so both can be in
 * one workspace.
 */
final class TemplateRows {
    private static final int PROBLEMS = 3;
    private static final int ANSWERS = 4;

    private TemplateRows() {}

    static String refunds() {
        return rows("refund-decision", 14, RefundCase::draw);
    }

    static String invoices() {
        return rows("invoice-check", 20, InvoiceCase::draw);
    }

    static String maths() {
        return rows("maths-word-problem", 41, MathsCase::draw);
    }

    static String rows(String template, long seed, Function<Random, SampleCase> draw) {
        StringBuilder rows = new StringBuilder();
        Random random = new Random(seed);
        for (int problem = 0; problem < PROBLEMS; problem++) {
            SampleCase drawn = draw.apply(random);
            for (int answer = 0; answer < ANSWERS; answer++) {
                String id =
                        String.format(
                                Locale.ROOT, "%s-%02d", template, problem * ANSWERS + answer + 1);
                Map<String, Object> row =
                        SampleRows.row(id, drawn, seed * 31 + problem * ANSWERS + answer, random);
                Map<String, String> metadata = SampleRows.metadata("template", template);
                if (caught(row)) {
                    metadata.put("caught_by", "sums-hold");
                }
                row.put("metadata", metadata);
                rows.append(JsonText.of(row)).append('\n');
            }
        }
        return rows.toString();
    }

    /**
     * Whether the verifier of sums can see the planted error; a test holds it to this. It leaves
     * out "a comes to b", which could be a range.
     */
    private static boolean caught(Map<String, Object> row) {
        int error = ((List<?>) row.get("labels")).indexOf(false);
        return ErrorKind.ARITHMETIC.text.equals(row.get("error_kind"))
                && !((List<?>) row.get("steps")).get(error).toString().contains("comes to");
    }
}
