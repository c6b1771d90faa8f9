package org.stepwright.assets.samples;

import static org.stepwright.assets.samples.Words.money;
import static org.stepwright.assets.samples.Words.plain;

/** Writes one answer to a refund case. */
final class RefundAnswer {
    private final RefundCase c;
    private final Pen pen;
    private long quantity;
    private long price;

    RefundAnswer(RefundCase c, Pen pen) {
        this.c = c;
        this.pen = pen;
        quantity = c.quantity();
        price = c.price();
    }

    String write() {
        request();
        if (!inTime(days())) {
            return refuse("the request came too late", "time");
        }
        if (!stateAllows()) {
            return refuse("the state of the goods rules it out", "state");
        }
        long cents = paid();
        long fee = fee(cents);
        return pay(cents, fee, shipping());
    }

    private void request() {
        if (pen.slips(ErrorKind.COPIED_FACT)) {
            if (pen.coin()) {
                quantity = pen.near(quantity, 1);
            } else {
                price = pen.near(price, 1);
            }
        }
        String what = quantity + " " + c.goods() + " at $" + price + " each";
        pen.say(
                c.person() + " asks for money back on " + what + ".",
                "The request is about " + what + ", bought by " + c.person() + ".",
                "First the facts: " + c.person() + " bought " + what + " from " + c.shop() + ".",
                "The order holds " + what + "; the customer is " + c.person() + ".");
    }

    private long days() {
        long from = c.delivered();
        long to = c.requested();
        if (pen.slips(ErrorKind.COPIED_FACT)) {
            to = pen.other(to, to - 1, to + 1, to + 2);
        }
        long days = to - from;
        if (pen.slips(ErrorKind.ARITHMETIC)) {
            days = pen.near(days, 1);
        }
        String sum = to + " - " + from + " = " + days;
        pen.say(
                "Delivery was on "
                        + from
                        + " "
                        + c.month()
                        + " and the request came on "
                        + to
                        + " "
                        + c.month()
                        + ": "
                        + sum
                        + " days.",
                "From delivery ("
                        + from
                        + " "
                        + c.month()
                        + ") to the request ("
                        + to
                        + " "
                        + c.month()
                        + ") "
                        + sum
                        + " days went by.",
                "Days since delivery: "
                        + sum
                        + ", as the goods came on "
                        + from
                        + " "
                        + c.month()
                        + " and were claimed on "
                        + to
                        + " "
                        + c.month()
                        + ".");
        return days;
    }

    private boolean inTime(long days) {
        long window = c.window();
        if (pen.slips(ErrorKind.WRONG_RULE)) {
            window = pen.other(window, 7, 10, 14, 21, 30, 5, 28);
        }
        boolean inTime = days <= window;
        if (pen.slips(ErrorKind.CONTRADICTION)) {
            inTime = !inTime;
        }
        String is = inTime ? "within" : "past";
        String verdict = inTime ? "in time" : "too late";
        pen.say(
                "The policy gives "
                        + window
                        + " days; "
                        + days
                        + " days is "
                        + is
                        + " that, so the request is "
                        + verdict
                        + ".",
                "With a window of "
                        + window
                        + " days, a request after "
                        + days
                        + " days is "
                        + verdict
                        + ".",
                "Returns are taken within "
                        + window
                        + " days. "
                        + days
                        + " days is "
                        + is
                        + " the limit: "
                        + verdict
                        + ".");
        return inTime;
    }

    private boolean stateAllows() {
        boolean opened = c.opened();
        if (!c.sealedRule()) {
            if (opened && !c.faulty() && pen.slips(ErrorKind.WRONG_RULE)) {
                return blocked();
            }
            silentPolicy();
            return true;
        }
        if (pen.slips(ErrorKind.SKIPPED_CHECK)) {
            silentPolicy();
            return true;
        }
        if (opened && c.faulty() && pen.slips(ErrorKind.MISSING_CONDITION)) {
            return blocked();
        }
        if (!c.faulty() && pen.slips(ErrorKind.COPIED_FACT)) {
            opened = !opened;
        }
        if (opened && !c.faulty()) {
            return blocked();
        }
        if (opened) {
            pen.say(
                    "The goods are opened but faulty, so the rule about opened goods does not"
                            + " stand in the way.",
                    "Opened goods are refused unless faulty; these are faulty, so they pass.");
        } else {
            pen.say(
                    "The goods are unopened, so the rule about opened goods does not stand in"
                            + " the way.",
                    "Opened goods would be refused, but these are unopened, so they pass.");
        }
        return true;
    }

    private void silentPolicy() {
        pen.say(
                "The policy sets no rule on opened goods, so their state does not stand in the"
                        + " way.",
                "Whether the goods were opened is not asked by these rules, so they pass.");
    }

    private boolean blocked() {
        pen.say(
                "The goods are opened, and the policy refuses opened goods, so they do not"
                        + " qualify.",
                "Opened goods are refused under the policy, and these are opened: they do not"
                        + " pass.");
        return false;
    }

    private long paid() {
        long count = quantity;
        if (pen.slips(ErrorKind.CONTRADICTION)) {
            count = pen.near(count, 1);
        }
        long dollars = count * price;
        if (pen.slips(ErrorKind.ARITHMETIC)) {
            dollars = pen.near(dollars, 1);
        }
        String sum = count + " × " + price + " = " + dollars;
        pen.say(
                "The price paid is " + sum + " dollars.",
                "Paid for the goods: " + sum + " dollars.",
                "The goods cost " + sum + " dollars in all.");
        return dollars * 100;
    }

    private long fee(long cents) {
        boolean due = c.fee() > 0 && !c.faulty();
        long rate = c.fee();
        if (c.fee() > 0 && c.faulty() && pen.slips(ErrorKind.MISSING_CONDITION)) {
            due = true;
        } else if (c.fee() == 0) {
            if (pen.slips(ErrorKind.WRONG_RULE)) {
                due = true;
                rate = pen.other(0, 5, 10, 15, 20);
            }
        } else if (due) {
            if (pen.slips(ErrorKind.COPIED_FACT)) {
                rate = pen.other(rate, 5, 10, 15, 20, 25);
            }
            if (pen.slips(ErrorKind.SKIPPED_CHECK)) {
                due = false;
            }
        }
        if (!due) {
            pen.say(
                    "No restocking fee is kept here, so the full "
                            + money(cents)
                            + " stays in the sum.",
                    "Nothing is taken off for restocking; the sum stays at " + money(cents) + ".");
            return 0;
        }
        long fee = cents / 100 * rate;
        if (pen.slips(ErrorKind.ARITHMETIC)) {
            fee = pen.near(fee, 50);
        }
        String sum = rate + "% of " + plain(cents) + " = " + plain(fee);
        pen.say(
                "The restocking fee is kept: " + sum + " dollars.",
                "A restocking fee applies, " + sum + " dollars.");
        return fee;
    }

    private long shipping() {
        if (c.shipping() == 0) {
            return 0;
        }
        boolean back = c.faulty();
        if (pen.slips(c.faulty() ? ErrorKind.WRONG_RULE : ErrorKind.MISSING_CONDITION)) {
            back = !back;
        }
        if (back) {
            pen.say(
                    "Shipping of $" + c.shipping() + " is paid back as well.",
                    "The $" + c.shipping() + " for shipping goes back to the customer too.");
        } else {
            pen.say(
                    "Shipping of $" + c.shipping() + " is not paid back.",
                    "The $" + c.shipping() + " for shipping stays with the shop.");
        }
        return back ? c.shipping() * 100L : 0;
    }

    private String pay(long cents, long fee, long shipping) {
        if (pen.slips(ErrorKind.CONTRADICTION)) {
            return refuse("the policy does not allow it", "all");
        }
        long sum = cents - fee + shipping;
        boolean adds = fee != 0 || shipping != 0;
        if (adds && pen.slips(ErrorKind.ARITHMETIC)) {
            sum = pen.near(sum, 100);
        }
        String how =
                plain(cents)
                        + (fee > 0 ? " - " + plain(fee) : "")
                        + (shipping > 0 ? " + " + plain(shipping) : "");
        String full = !adds ? plain(sum) : how + " = " + plain(sum);
        pen.say(
                "Decision: approve the refund of " + full + " dollars.",
                "So the refund is granted: " + full + " dollars.",
                "Answer: refund " + full + " dollars.");
        return "refund " + money(sum);
    }

    private String refuse(String why, String what) {
        // Reasons why the amount is left open; without them refusals would all be short.
        if (!what.equals("all")) {
            pen.say(
                    "As " + why + ", price, fee and shipping need not be worked out.",
                    "No amount has to be computed, since " + why + ".");
        }
        pen.say(
                "Decision: refuse the refund, because " + why + ".",
                "So the refund is refused: " + why + ".",
                "Answer: no refund, as " + why + ".");
        return "refuse";
    }
}
