package org.stepwright.prm.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.stepwright.audit.AuditRow;
import org.stepwright.audit.JunkHit;
import org.stepwright.audit.JunkRules;
import org.stepwright.label.LabelledTrace;
import org.stepwright.trace.Outcome;
import org.stepwright.trace.Step;
import org.stepwright.trace.Trace;

class LanguageProfilesTest {
    private static final String FINNISH =
            "Ensin laskemme kaikkien kirjojen hinnat yhteen ja sitten vähennämme alennuksen"
                    + " kokonaissummasta, koska asiakkaalla oli kuponki mukanaan.";

    @Test
    void tellsALanguageByItsLetters() {
        LanguageProfiles profiles = new LanguageProfiles();
        assertThat(profiles.of(FINNISH)).contains("fi");
        assertThat(profiles.of("x y z")).isNotEqualTo(java.util.Optional.of("en"));
    }

    @Test
    void theRulesFindAStepInALanguageWhoseWordsTheyDoNotKnow() {
        assertThat(found(new JunkRules())).isEmpty();
        assertThat(found(new JunkRules(new LanguageProfiles()))).isEmpty();
        assertThat(found(new JunkRules(prose -> new LanguageProfiles().of(prose)), RUSSIAN))
                .containsExactly("foreign");
    }

    private static final String RUSSIAN =
            "Сначала складываем цены всех книг, потом вычитаем скидку, которую обещали каждому"
                    + " покупателю магазина вчера вечером.";

    private static List<String> found(JunkRules rules) {
        return found(rules, FINNISH);
    }

    private static List<String> found(JunkRules rules, String foreign) {
        for (int i = 0; i < 40; i++) {
            rules.add(row("t" + i, "She pays for the books and then takes the voucher off."));
        }
        rules.add(row("foreign", foreign));
        return rules.hits().stream().map(JunkHit::traceId).toList();
    }

    private static AuditRow row(String id, String step) {
        Trace trace =
                new Trace(
                        id,
                        "What does she pay in all for the books?",
                        List.of(Step.of(step), Step.of("So the answer is 12.")),
                        Outcome.UNKNOWN,
                        null,
                        Map.of());
        return new AuditRow(new LabelledTrace(trace, List.of()), "");
    }
}
