package org.stepwright.ui.review;

import org.stepwright.agreement.Estimate;
import org.stepwright.ui.kit.Messages;

/** How figures with intervals read. */
final class Figures {
    private Figures() {}

    private static final String FILE = "import:";

    /** How an annotator is called: labels that a file brought are named after it. */
    static String person(String name, Messages texts) {
        return name.startsWith(FILE)
                ? texts.text("name.file", name.substring(FILE.length()))
                : name;
    }

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
