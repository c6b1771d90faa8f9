package org.stepwright.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.stepwright.label.LabelledTrace;
import org.stepwright.trace.Trace;

class JunkPropertiesTest {
    @Property(tries = 300)
    void anyTextsGiveFindingsOfTheTrace(
            @ForAll String problem,
            @ForAll @Size(max = 6) List<@StringLength(max = 300) String> steps) {
        JunkRules rules = new JunkRules();
        rules.add(row(problem, steps));

        for (AuditFinding finding : rules.findings()) {
            assertThat(finding.kind()).isEqualTo(FindingKind.JUNK_TEXT);
            assertThat(finding.traceId()).isEqualTo("t");
            assertThat(finding.step()).isBetween(-1, steps.size() - 1);
            assertThat(finding.message()).isNotBlank().doesNotContain("\n");
        }
    }

    @Property(tries = 200)
    void aTextReadInTheWrongEncodingIsDamaged(
            @ForAll @StringLength(min = 1, max = 40) String noise) {
        // at least one sign that has two bytes or more of the common ones
        String text = noise.replaceAll("[^a-z ]", "") + " café – “naïve”";
        String misread =
                new String(
                        text.getBytes(java.nio.charset.StandardCharsets.UTF_8),
                        java.nio.charset.Charset.forName("windows-1252"));

        assertThat(new JunkRules().ofText(misread)).contains(JunkRule.DAMAGE);
        assertThat(new JunkRules().ofText(text)).doesNotContain(JunkRule.DAMAGE);
    }

    @Property(tries = 100)
    void aClauseOftenEnoughIsALoop(@ForAll @StringLength(min = 0, max = 30) String noise) {
        String clause = "we add " + noise.replaceAll("[^a-z]", "") + " more of them ";

        assertThat(new JunkRules().ofText(clause.repeat(12))).contains(JunkRule.LOOP);
    }

    /** Each would take hours if a rule looked back from every character. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "a",
                "ab ",
                "\\[",
                "\\)",
                "$",
                "`",
                "```",
                "{",
                "\\frac{",
                "&amp;",
                "\\n",
                "Ã",
                "â€",
                "\uD83D",
                "<think>",
                "the ",
                "| ",
                "\n",
                "\\begin{a}",
                "'a",
                "0",
                "哈",
                "\u0000",
                "....",
                "of the of the "
            })
    void aMillionCharactersAreReadInLinearTime(String unit) {
        String text = unit.repeat(1_000_000 / unit.length());
        JunkRules rules = new JunkRules();
        rules.add(row(text, List.of("It begins.", text, "a" + text, "So the answer is 9.")));

        assertThat(rules.findings()).allMatch(f -> f.message().length() < 400);
    }

    @Test
    void manyStepsAreReadInLinearTime() {
        List<String> steps = java.util.Collections.nCopies(200_000, "We add one more to the sum.");
        JunkRules rules = new JunkRules();
        rules.add(row("How many?", steps));

        assertThat(rules.counts()).containsEntry(JunkRule.LOOP, 199_999);
    }

    @Test
    void aTurkishProgramFindsTheSame() {
        Locale before = Locale.getDefault();
        Locale.setDefault(Locale.forLanguageTag("tr-TR"));
        try {
            assertThat(new JunkRules().ofText("LOREM IPSUM DOLOR SIT AMET"))
                    .containsExactly(JunkRule.EMPTY);
            assertThat(new JunkRules().ofText("UNDEFINED")).containsExactly(JunkRule.EMPTY);
            assertThat(Answers.states("THE FINAL ANSWER IS 9")).isTrue();
        } finally {
            Locale.setDefault(before);
        }
    }

    /** A million steps in a heap of 512 MB, as the tests of this module run with. */
    @Test
    void aMillionStepsLeaveLittleBehind() {
        JunkRules rules = new JunkRules();
        ShortcutStudy shortcuts = new ShortcutStudy();
        AnnotatorStudy people = new AnnotatorStudy();
        long before = used();
        for (int i = 0; i < 100_000; i++) {
            AuditRow row = Rows.labelled(i);
            rules.add(row);
            shortcuts.add(row);
            people.add(row);
        }

        assertThat(rules.steps()).isEqualTo(1_000_000);
        assertThat(used() - before).isLessThan(200_000_000);
        assertThat(rules.hits()).isEmpty();
        assertThat(people.rows()).hasSize(3);
    }

    private static long used() {
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }

    private static AuditRow row(String problem, List<String> steps) {
        return new AuditRow(new LabelledTrace(Trace.of("t", problem, steps), List.of()), "");
    }
}
