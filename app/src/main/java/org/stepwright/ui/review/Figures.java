package org.stepwright.ui.review;

import org.stepwright.agreement.Estimate;
import org.stepwright.ui.kit.Messages;

/** How figures with intervals read. */
final class Figures {
    private Figures() {}

    /** A share: {@code 81 %}. */
    static String percent(double share, Messages texts) {
        return Double.isNaN(share) ? "–" : texts.text("percent", share);
    }

    /** A share with its interval: {@code 81 % (76–85 %)}. */
    static String percent(Estimate e, Messages texts) {
        if (!e.known()) {
            return "–";
        }
        return e.hasInterval()
                ? texts.text("percent.interval", e.value(), e.low(), e.high())
                : texts.text("percent", e.value());
    }

    /** A coefficient with its interval: {@code 0.62 (0.55–0.70)}. */
    static String number(Estimate e, Messages texts) {
        if (!e.known()) {
            return "–";
        }
        return e.hasInterval()
                ? texts.text("number.interval", e.value(), e.low(), e.high())
                : texts.text("number", e.value());
    }
}
