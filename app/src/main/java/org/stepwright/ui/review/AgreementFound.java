package org.stepwright.ui.review;

import java.util.Map;
import org.stepwright.agreement.AgreementStudy;

/**
 * How far people agree, and how the parts of the rubric are called.
 *
 * @param study the figures
 * @param titles titles of stages and words of criteria, by id
 */
record AgreementFound(AgreementStudy study, Map<String, String> titles) {
    AgreementFound {
        titles = Map.copyOf(titles);
    }

    /** How a stage or a criterion is called; its id when the rubric does not know it any more. */
    String title(String id) {
        return titles.getOrDefault(id, id);
    }
}
