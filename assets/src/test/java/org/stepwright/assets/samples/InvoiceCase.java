package org.stepwright.assets.samples;

import static org.stepwright.assets.samples.Words.between;
import static org.stepwright.assets.samples.Words.one;
import static org.stepwright.assets.samples.Words.plain;

import java.util.Random;

/**
 * An invoice against its order: two lines, a discount over a threshold, tax after the discount.
 *
 * @param billed2 the quantity that the invoice bills in its second line
 * @param discount percent; given when the subtotal reaches {@code threshold} dollars
 * @param tax percent, on what is left after the discount
 * @param tolerance dollars that the invoice may differ by
 * @param billedCents the invoice's total
 */
record InvoiceCase(
        String vendor,
        int order,
        String goods1,
        int quantity1,
        int price1,
        String goods2,
        int quantity2,
        int billed2,
        int price2,
        int discount,
        int threshold,
        int tax,
        int tolerance,
        long billedCents,
        int form)
        implements SampleCase {
    private static final String[] GOODS = {
        "boxes of gloves",
        "drums of cleaner",
        "reams of paper",
        "toner cartridges",
        "rolls of tape",
        "pallets of bricks",
        "bags of cement",
        "cans of paint",
        "sacks of flour",
        "crates of apples",
        "packs of batteries",
        "network cables",
        "steel bolts sets",
        "office chairs",
        "safety helmets",
        "fire extinguishers",
        "filter units",
        "light tubes"
    };
    private static final int[] RATES = {5, 10, 20};

    static InvoiceCase draw(Random r) {
        while (true) {
            InvoiceCase drawn = attempt(r);
            if (drawn != null) {
                return drawn;
            }
        }
    }

    /** Null when two lines are of the same goods or the tax has a fraction of a cent. */
    private static InvoiceCase attempt(Random r) {
        String goods1 = one(r, GOODS);
        String goods2 = one(r, GOODS);
        int q1 = between(r, 3, 24);
        int p1 = between(r, 4, 48);
        int q2 = between(r, 3, 18);
        int p2 = between(r, 6, 60);
        int discount = RATES[r.nextInt(RATES.length)];
        int tax = RATES[r.nextInt(RATES.length)];
        int threshold = 100 * between(r, 3, 9);
        long sum = (long) q1 * p1 + (long) q2 * p2;
        long net = sum * (100 - (sum >= threshold ? discount : 0));
        if (goods1.equals(goods2) || net * tax % 100 != 0) {
            return null;
        }
        int tolerance = between(r, 1, 5);
        int trouble = r.nextInt(6);
        int billed2 = trouble == 0 ? q2 + between(r, 1, 3) : q2;
        long due = net + net * tax / 100;
        long billed =
                switch (trouble) {
                    case 0, 1 -> due + 100L * between(r, tolerance + 1, tolerance + 40);
                    case 2 -> due + 100L * between(r, 1, tolerance);
                    default -> due;
                };
        return new InvoiceCase(
                one(r, Words.FIRMS),
                between(r, 1000, 9999),
                goods1,
                q1,
                p1,
                goods2,
                q2,
                billed2,
                p2,
                discount,
                threshold,
                tax,
                tolerance,
                billed,
                r.nextInt(3));
    }

    @Override
    public String problem() {
        String first = quantity1 + " " + goods1 + " at $" + price1;
        String ordered = first + " and " + quantity2 + " " + goods2 + " at $" + price2;
        String billed = first + " and " + billed2 + " " + goods2 + " at $" + price2;
        String total = "$" + plain(billedCents);
        return switch (form) {
            case 0 ->
                    "Check the invoice of "
                            + vendor
                            + " against order "
                            + order
                            + ". Ordered: "
                            + ordered
                            + ". Billed: "
                            + billed
                            + ", total "
                            + total
                            + ". Orders of $"
                            + threshold
                            + " or more get "
                            + discount
                            + "% off; then "
                            + tax
                            + "% tax is added. An invoice within $"
                            + tolerance
                            + " of what the order gives is approved, any other is held.";
            case 1 ->
                    vendor
                            + " sent an invoice of "
                            + total
                            + " for order "
                            + order
                            + ", billing "
                            + billed
                            + ". The order was "
                            + ordered
                            + ". Terms: "
                            + discount
                            + "% off from $"
                            + threshold
                            + " on, tax of "
                            + tax
                            + "% after that, tolerance $"
                            + tolerance
                            + ". Approve it or hold it?";
            default ->
                    "Order "
                            + order
                            + " to "
                            + vendor
                            + ": "
                            + ordered
                            + ". Tax is "
                            + tax
                            + "%, charged after a discount of "
                            + discount
                            + "% that sums from $"
                            + threshold
                            + " earn. The invoice lists "
                            + billed
                            + " and asks for "
                            + total
                            + ". Pay only when the order's own amount"
                            + " differs by at most $"
                            + tolerance
                            + ". What is to be done?";
        };
    }

    @Override
    public String answer(Pen pen) {
        return new InvoiceAnswer(this, pen).write();
    }
}
