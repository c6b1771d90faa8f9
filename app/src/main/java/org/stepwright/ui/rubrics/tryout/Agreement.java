package org.stepwright.ui.rubrics.tryout;

import java.util.List;
import org.stepwright.tryout.CriterionUse;
import org.stepwright.tryout.Share;
import org.stepwright.tryout.VerifierQuality;
import org.stepwright.ui.kit.Messages;

/** How far a verifier and people agree, in a sentence. */
final class Agreement {
    private final Messages texts;

    Agreement(Messages texts) {
        this.texts = texts;
    }

    /** What is known about a criterion of a try-out. */
    String of(CriterionUse use, List<VerifierQuality> quality) {
        String undecided = texts.text("undecided", use.verifier(), use.undecided(), use.looked());
        return quality.stream()
                .filter(q -> q.criterionId().equals(use.criterionId()))
                .findFirst()
                .map(q -> undecided + " " + of(q))
                .orElse(undecided);
    }

    /** Precision and recall against people's labels, with their intervals. */
    String of(VerifierQuality quality) {
        if (quality.labelled() == 0) {
            return texts.text("quality.none");
        }
        if (quality.steps() == 0) {
            return texts.text("quality.undecided", quality.labelled());
        }
        return texts.text(
                "quality", quality.steps(), words(quality.precision()), words(quality.recall()));
    }

    private String words(Share share) {
        return share.whole() == 0
                ? texts.text("quality.nothing")
                : texts.text(
                        "quality.share",
                        Columns.percent(share.value()),
                        share.part(),
                        share.whole(),
                        Columns.percent(share.low()),
                        Columns.percent(share.high()));
    }
}
