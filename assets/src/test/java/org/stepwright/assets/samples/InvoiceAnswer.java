package org.stepwright.assets.samples;

import static org.stepwright.assets.samples.Words.plain;

/** Writes one answer to an invoice case. */
final class InvoiceAnswer {
    private final InvoiceCase c;
    private final Pen pen;

    InvoiceAnswer(InvoiceCase c, Pen pen) {
        this.c = c;
        this.pen = pen;
    }

    String write() {
        if (pen.coin()) {
            firstLine();
        }
        secondLine();
        long subtotal = subtotal();
        long net = discounted(subtotal);
        return decide(taxed(net));
    }

    private void firstLine() {
        long quantity = c.quantity1();
        long price = c.price1();
        if (pen.slips(ErrorKind.COPIED_FACT)) {
            if (pen.coin()) {
                quantity = pen.near(quantity, 1);
            } else {
                price = pen.near(price, 1);
            }
        }
        String line = quantity + " " + c.goods1() + " at $" + price;
        pen.say(
                "Line one is billed as ordered: " + line + ".",
                "The first line agrees with order " + c.order() + ": " + line + ".",
                "Order and invoice both say " + line + " in the first line.");
    }

    private void secondLine() {
        long ordered = c.quantity2();
        long billed = c.billed2();
        if (ordered != billed && pen.slips(ErrorKind.SKIPPED_CHECK)) {
            billed = ordered;
        } else if (pen.slips(ErrorKind.COPIED_FACT)) {
            billed = pen.near(billed, 1);
            billed = billed == ordered ? billed + 1 : billed;
        }
        boolean same = ordered == billed;
        if (pen.slips(ErrorKind.CONTRADICTION)) {
            same = !same;
        }
        String both = "order says " + ordered + " " + c.goods2() + ", the invoice " + billed;
        if (same) {
            pen.say(
                    "In line two the " + both + ", so they agree.",
                    "For the second line the " + both + ": the same.");
        } else {
            pen.say(
                    "In line two the " + both + ", so they differ.",
                    "For the second line the " + both + ": not the same.");
        }
    }

    private long subtotal() {
        long quantity1 = c.quantity1();
        long price2 = c.price2();
        if (pen.slips(ErrorKind.COPIED_FACT)) {
            if (pen.coin()) {
                quantity1 = pen.near(quantity1, 1);
            } else {
                price2 = pen.near(price2, 1);
            }
        }
        // What was ordered is owed, whatever is billed.
        long quantity2 = c.quantity2();
        if (c.billed2() != c.quantity2() && pen.slips(ErrorKind.WRONG_RULE)) {
            quantity2 = c.billed2();
        }
        long one = quantity1 * c.price1();
        long two = quantity2 * price2;
        if (pen.slips(ErrorKind.ARITHMETIC)) {
            one = pen.near(one, 1);
        }
        pen.say(
                "By the order the lines come to "
                        + quantity1
                        + " × "
                        + c.price1()
                        + " = "
                        + one
                        + " and "
                        + quantity2
                        + " × "
                        + price2
                        + " = "
                        + two
                        + ".",
                "Line amounts at ordered quantities: "
                        + quantity1
                        + " × "
                        + c.price1()
                        + " = "
                        + one
                        + ", "
                        + quantity2
                        + " × "
                        + price2
                        + " = "
                        + two
                        + ".");
        if (pen.slips(ErrorKind.CONTRADICTION)) {
            two = pen.near(two, 10);
        }
        long sum = one + two;
        if (pen.slips(ErrorKind.ARITHMETIC)) {
            sum = pen.near(sum, 1);
        }
        pen.say(
                "The subtotal is " + one + " + " + two + " = " + sum + " dollars.",
                "Together that is " + one + " + " + two + " = " + sum + " dollars.",
                "Adding up: " + one + " + " + two + " = " + sum + " dollars.");
        return sum;
    }

    /** Cents after the discount. */
    private long discounted(long subtotal) {
        boolean due = subtotal >= c.threshold();
        if (due ? pen.slips(ErrorKind.SKIPPED_CHECK) : pen.slips(ErrorKind.MISSING_CONDITION)) {
            due = !due;
        }
        if (!due) {
            pen.say(
                    "No discount applies, so " + subtotal + " dollars remain.",
                    "The discount is not earned here; the sum stays at " + subtotal + " dollars.");
            return subtotal * 100;
        }
        long rate = c.discount();
        if (pen.slips(ErrorKind.WRONG_RULE)) {
            rate = pen.other(rate, 5, 10, 15, 20);
        }
        long off = subtotal * rate;
        if (pen.slips(ErrorKind.ARITHMETIC)) {
            off = pen.near(off, 100);
        }
        long left = subtotal * 100 - off;
        String sums =
                rate
                        + "% of "
                        + subtotal
                        + " = "
                        + plain(off)
                        + ", and "
                        + subtotal
                        + " - "
                        + plain(off)
                        + " = "
                        + plain(left);
        pen.say(
                "The discount applies: " + sums + " dollars.",
                "The sum earns the discount, " + sums + " dollars remain.");
        return left;
    }

    /** Cents with tax. */
    private long taxed(long net) {
        long rate = c.tax();
        if (pen.slips(ErrorKind.COPIED_FACT)) {
            rate = pen.other(rate, 5, 8, 10, 20);
        }
        // Rounded to a cent, as a wrong value may leave a fraction.
        long tax = Math.round(net * rate / 100.0);
        if (pen.slips(ErrorKind.ARITHMETIC)) {
            tax = pen.near(tax, 50);
        }
        long due = net + tax;
        if (pen.slips(ErrorKind.WRONG_RULE)) {
            due = net - tax;
        }
        String sign = due < net ? " - " : " + ";
        String sums =
                rate
                        + "% of "
                        + plain(net)
                        + " = "
                        + plain(tax)
                        + ", and "
                        + plain(net)
                        + sign
                        + plain(tax)
                        + " = "
                        + plain(due);
        pen.say(
                "Tax: " + sums + " dollars due.",
                "With tax the amount due is found: " + sums + " dollars.",
                "Next the tax, " + sums + " dollars.");
        return due;
    }

    private String decide(long due) {
        long billed = c.billedCents();
        if (pen.slips(ErrorKind.COPIED_FACT)) {
            billed = pen.near(billed, 500);
        }
        long gap = Math.abs(billed - due);
        if (pen.slips(ErrorKind.ARITHMETIC)) {
            gap = pen.near(gap, 100);
        }
        long high = Math.max(billed, due);
        long low = Math.min(billed, due);
        pen.say(
                "The invoice asks for "
                        + plain(billed)
                        + "; the difference is "
                        + plain(high)
                        + " - "
                        + plain(low)
                        + " = "
                        + plain(gap)
                        + " dollars.",
                "Against the billed "
                        + plain(billed)
                        + " dollars: "
                        + plain(high)
                        + " - "
                        + plain(low)
                        + " = "
                        + plain(gap)
                        + ".");
        long tolerance = c.tolerance();
        if (pen.slips(ErrorKind.WRONG_RULE)) {
            tolerance = gap <= 100 * tolerance ? 0 : gap / 100 + 5;
            tolerance = tolerance == c.tolerance() ? tolerance + 1 : tolerance;
        }
        boolean approve = gap <= tolerance * 100;
        if (pen.slips(ErrorKind.CONTRADICTION)) {
            approve = !approve;
        }
        String reach = "the tolerance is $" + tolerance + " and the gap " + plain(gap);
        if (approve) {
            pen.say(
                    "Decision: approve the invoice, as " + reach + ".",
                    "So it is approved: " + reach + ".");
        } else {
            pen.say(
                    "Decision: hold the invoice, as " + reach + ".",
                    "So it is held: " + reach + ".");
        }
        return approve ? "approve" : "hold";
    }
}
