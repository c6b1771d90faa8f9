package org.stepwright.assets.samples;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Answers as a live model would stream them, written by hand and cut into chunks with delays. */
final class LiveRecording {
    private static final long SEED = 4_711;
    private static final String MODEL = "stepwright-recorded";

    /** Arithmetic goes wrong in step 3: 20% of 72 is 14.40, not 16.40. */
    private static final String REFUND =
            "Policy: returns are taken within 14 days of delivery. A restocking fee of 20% is kept"
                + " unless the goods are faulty. Shipping is not paid back. Case: Nadia bought 3"
                + " desk lamps at $24 each, delivered on 4 March, refund asked on 15 March. The"
                + " lamps are opened and working. Decide the refund and its amount.";

    private static final List<String> REFUND_STEPS =
            List.of(
                    "Step 1: Delivery was on 4 March and the request came on 15 March: 15 - 4 = 11"
                            + " days. The policy gives 14 days, so the request is in time.",
                    "Step 2: The price paid is 3 × 24 = 72 dollars.",
                    "Step 3: The lamps are not faulty, so the restocking fee is kept: 20% of 72 ="
                            + " 16.40 dollars.",
                    "Step 4: Shipping is not paid back under the policy.",
                    "Step 5: Decision: approve the refund of 72 - 16.40 = 55.60 dollars.");

    private static final String INVOICE =
            "Check the invoice of Brightwell against order 5120. Ordered: 12 boxes of gloves at $9"
                + " and 5 drums of cleaner at $38. Billed: 12 boxes of gloves at $9 and 5 drums of"
                + " cleaner at $38, total $312.90. Tax is 5%. An invoice within $2 of what the"
                + " order gives is approved, any other is held.";

    private static final List<String> INVOICE_STEPS =
            List.of(
                    "Step 1: Both lines are billed as ordered: 12 boxes of gloves at $9 and 5 drums"
                            + " of cleaner at $38.",
                    "Step 2: The lines come to 12 × 9 = 108 and 5 × 38 = 190 dollars.",
                    "Step 3: The subtotal is 108 + 190 = 298 dollars.",
                    "Step 4: Tax: 5% of 298 = 14.90, and 298 + 14.90 = 312.90 dollars due.",
                    "Step 5: The invoice asks for 312.90, so the difference is 0. Decision: approve"
                            + " the invoice.");

    private static final String MATHS =
            "A canteen bakes 8 trays of 24 rolls a day for 5 days. Over that time 36 rolls are"
                    + " spoiled; all others are sold at 2 dollars each. How many dollars come in?";

    private static final List<String> MATHS_STEPS =
            List.of(
                    "Step 1: The number baked a day is 8 × 24 = 192.",
                    "Step 2: In five days that makes 192 × 5 = 960 rolls.",
                    "Step 3: All of these are sold, so the money that comes in is 960 × 2 = 1920"
                            + " dollars.",
                    "Step 4: The answer is 1920 dollars.");

    private LiveRecording() {}

    /**
     * @return the whole file
     */
    static String all() {
        Random random = new Random(SEED);
        return line(REFUND, REFUND_STEPS, random)
                + line(INVOICE, INVOICE_STEPS, random)
                + line(MATHS, MATHS_STEPS, random);
    }

    private static String line(String prompt, List<String> steps, Random random) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("prompt", prompt);
        row.put("model", MODEL);
        row.put("chunks", chunks(String.join("\n", steps) + "\n", random));
        return JsonText.of(row) + "\n";
    }

    private static List<Map<String, Object>> chunks(String text, Random random) {
        List<Map<String, Object>> chunks = new ArrayList<>();
        int from = 0;
        while (from < text.length()) {
            int to = Math.min(text.length(), from + 3 + random.nextInt(12));
            Map<String, Object> chunk = new LinkedHashMap<>();
            chunk.put("text", text.substring(from, to));
            chunk.put("delay_ms", 8 + random.nextInt(25));
            chunks.add(chunk);
            from = to;
        }
        return chunks;
    }
}
