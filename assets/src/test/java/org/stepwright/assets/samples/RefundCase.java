package org.stepwright.assets.samples;

import static org.stepwright.assets.samples.Words.between;
import static org.stepwright.assets.samples.Words.one;

import java.util.Random;

/**
 * A request for a refund under a shop's policy.
 *
 * @param window days that the policy gives
 * @param sealedRule whether the policy refuses opened goods that are not faulty
 * @param fee restocking fee in percent for goods that are not faulty; 0 without such a clause
 * @param shipping dollars, paid back for faulty goods only; 0 without such a clause
 */
record RefundCase(
        String shop,
        String person,
        String goods,
        int quantity,
        int price,
        int window,
        boolean sealedRule,
        int fee,
        int shipping,
        String month,
        int delivered,
        int requested,
        boolean opened,
        boolean faulty,
        int form)
        implements SampleCase {
    private static final int[] WINDOWS = {7, 10, 14, 21};
    private static final int[] FEES = {5, 10, 15, 20, 25};
    private static final String[] GOODS = {
        "desk lamps", "keyboards", "water bottles", "backpacks", "coffee grinders", "headsets",
        "wall clocks", "yoga mats", "phone stands", "cookware sets", "table fans", "radios",
        "toolboxes", "rain jackets", "bike lights", "photo frames", "blenders", "card games",
        "heaters", "suitcases"
    };

    static RefundCase draw(Random r) {
        int window = WINDOWS[r.nextInt(WINDOWS.length)];
        int delivered = between(r, 1, 9);
        boolean late = r.nextInt(5) == 0;
        int days = late ? window + between(r, 1, 5) : between(r, 2, window);
        boolean faulty = r.nextInt(5) < 2;
        return new RefundCase(
                one(r, Words.FIRMS),
                one(r, Words.PEOPLE),
                one(r, GOODS),
                between(r, 2, 9),
                between(r, 11, 96),
                window,
                r.nextInt(3) > 0,
                r.nextInt(3) > 0 ? FEES[r.nextInt(FEES.length)] : 0,
                r.nextInt(3) > 0 ? between(r, 4, 19) : 0,
                one(r, Words.MONTHS),
                delivered,
                Math.min(28, delivered + days),
                r.nextInt(5) < 2,
                faulty,
                r.nextInt(3));
    }

    @Override
    public String problem() {
        String bought = quantity + " " + goods + " at $" + price + " each from " + shop;
        String state = (opened ? "opened" : "unopened") + (faulty ? " and faulty" : " and working");
        String dates =
                "delivered on "
                        + delivered
                        + " "
                        + month
                        + ", refund asked on "
                        + requested
                        + " "
                        + month;
        return switch (form) {
            case 0 ->
                    "Policy of "
                            + shop
                            + ": "
                            + policy()
                            + " Case: "
                            + person
                            + " bought "
                            + bought
                            + ", "
                            + dates
                            + ". The goods are "
                            + state
                            + ". Decide the refund and its amount.";
            case 1 ->
                    person
                            + " ordered "
                            + bought
                            + " ("
                            + dates
                            + "); they are "
                            + state
                            + ". The shop's rules say: "
                            + policy()
                            + " Should "
                            + person
                            + " get money back, and how much?";
            default ->
                    "Decide this refund. Customer: "
                            + person
                            + ". Order: "
                            + bought
                            + ", "
                            + dates
                            + ". State: "
                            + state
                            + ". Rules: "
                            + policy();
        };
    }

    private String policy() {
        String rules = "Returns are taken within " + window + " days of delivery.";
        if (sealedRule) {
            rules += " Opened goods are refused unless they are faulty.";
        }
        if (fee > 0) {
            rules += " A restocking fee of " + fee + "% is kept unless the goods are faulty.";
        }
        if (shipping > 0) {
            rules += " Shipping of $" + shipping + " is paid back for faulty goods only.";
        }
        return rules;
    }

    @Override
    public String answer(Pen pen) {
        return new RefundAnswer(this, pen).write();
    }
}
