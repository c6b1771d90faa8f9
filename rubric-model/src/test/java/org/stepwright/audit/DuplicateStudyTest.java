package org.stepwright.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.stepwright.label.LabelledTrace;
import org.stepwright.trace.Trace;

class DuplicateStudyTest {
    private static final String PROBLEM = "A shop sells 12 pens for 3 dollars each. What is due?";

    static AuditRow row(String id, String problem, String... steps) {
        return new AuditRow(
                new LabelledTrace(Trace.of(id, problem, List.of(steps)), List.of()), "");
    }

    private static List<AuditFinding> find(List<AuditRow> rows) {
        DuplicateStudy study = new DuplicateStudy(DuplicateOptions.DEFAULT);
        rows.forEach(study::add);
        return study.findings();
    }

    private static String text(Random random, int words) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < words; i++) {
            text.append("word").append(random.nextInt(500)).append(' ');
        }
        return text.toString();
    }

    @Test
    void formDoesNotHideADuplicate() {
        List<AuditFinding> found =
                find(
                        List.of(
                                row("a", PROBLEM, "12 * 3 = 36", "So it is $36."),
                                row("b", PROBLEM + " ", "Step 1: 12*3 = 36", "2. SO IT IS 36"),
                                row("c", PROBLEM, "12 + 3 = 36", "So it is $36.")));
        assertThat(found).hasSize(1);
        assertThat(found.get(0).kind()).isEqualTo(FindingKind.EXACT_DUPLICATE);
        assertThat(found.get(0).traceId()).isEqualTo("b");
        assertThat(found.get(0).other()).isEqualTo("a");
        assertThat(found.get(0).message()).contains("trace a");
    }

    @Test
    void severalAnswersToOneProblemAreNoDuplicates() {
        Random random = new Random(5);
        List<AuditRow> rows = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            rows.add(row("t" + i, PROBLEM, text(random, 30), text(random, 30)));
        }
        assertThat(find(rows)).isEmpty();
    }

    @Test
    void theSameAnswerToAnotherProblemIsNoDuplicate() {
        assertThat(find(List.of(row("a", "Is 7 prime?", "Yes."), row("b", "Is 4 even?", "Yes."))))
                .isEmpty();
    }

    @Test
    void theTraceWithMostLabelsIsKept() {
        LabelledTrace plain = row("a", PROBLEM, "36").labelled();
        LabelledTrace labelled = ConflictStudyTest.labelled("b", PROBLEM, List.of("36"), "anna");
        List<AuditFinding> found =
                find(List.of(new AuditRow(plain, ""), new AuditRow(labelled, "")));
        assertThat(found).hasSize(1);
        assertThat(found.get(0).traceId()).isEqualTo("a");
    }

    @Test
    void anotherFileIsNamed() {
        LabelledTrace trace = row("a", PROBLEM, "36").labelled();
        List<AuditFinding> found =
                find(List.of(new AuditRow(trace, "one.jsonl"), new AuditRow(trace, "two.jsonl")));
        assertThat(found.get(0).message()).contains("trace a of one.jsonl");
    }

    @Test
    void manyCopiesOfOneTextAreHeldAgainstOne() {
        Random random = new Random(3);
        String answer = text(random, 700);
        List<AuditRow> rows = new ArrayList<>();
        for (int i = 0; i < 3000; i++) {
            rows.add(row("t" + i, PROBLEM, answer + "extra" + i));
        }
        List<AuditFinding> found = find(rows);
        assertThat(found).hasSize(2999).allMatch(f -> f.other().equals("t0"));
        assertThat(found).allMatch(f -> f.kind() == FindingKind.NEAR_DUPLICATE);
    }

    @Test
    void languagesWithoutSpacesHaveShingles() {
        String chinese =
                "商店以每支三美元的价格出售十二支钢笔，每个盒子里有六支，一共有两个盒子。我们需要计算总价格，"
                        + "先算出每个盒子的价格，然后再乘以盒子的数量，最后得到答案是三十六美元。";
        String other = "今天天气很好，我们去公园散步，看见很多孩子在湖边放风筝，还有老人在树下下棋喝茶聊天。";
        String near = chinese.replace("最后", "于是");
        List<AuditFinding> found =
                find(
                        List.of(
                                row("a", "总价?", chinese),
                                row("b", "总价?", near),
                                row("c", "总价?", other)));
        assertThat(found).extracting(AuditFinding::traceId).containsExactly("b");
    }

    @Test
    void hostileTextsAreTaken() {
        String loop = "la ".repeat(350_000);
        List<AuditRow> rows =
                List.of(
                        row("long", loop, loop, loop),
                        row("long2", loop, loop, loop + "x"),
                        row("unbroken", "x".repeat(1 << 20), "y".repeat(1 << 20)),
                        row("empty", ""),
                        row("empty2", ""),
                        row("blank", " ", "", " \t", "\u200b\ufeff"),
                        row("signs", "?!…", "...", "!!!", "—"),
                        row("rtl", "ما هو حاصل جمع ٣ و ٤؟", "\u202eالجواب هو ٧"),
                        row("emoji", "🙂🙃", "👩‍👩‍👧‍👦 = \ud800"));
        List<AuditFinding> found = find(rows);
        assertThat(found)
                .extracting(AuditFinding::traceId)
                .containsExactlyInAnyOrder("empty2", "long2");
    }

    @Property(tries = 60)
    void orderDoesNotMatterAndCopiesAreAlwaysFound(
            @ForAll @IntRange(min = 1, max = 40) int size, @ForAll long seed) {
        Random random = new Random(seed);
        List<AuditRow> rows = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            String problem = "Problem number " + random.nextInt(5) + " of this small collection";
            String[] steps = {text(random, 5 + random.nextInt(40)), text(random, 3)};
            rows.add(row("t" + i, problem, steps));
            if (random.nextBoolean()) {
                rows.add(row("copy" + i, problem.toUpperCase(java.util.Locale.ROOT), steps));
            }
            if (random.nextBoolean()) {
                rows.add(row("near" + i, problem, steps[0] + "more", steps[1]));
            }
        }
        List<AuditFinding> found = find(rows);
        long copies = rows.stream().filter(r -> id(r).startsWith("copy")).count();
        assertThat(found.stream().filter(f -> f.kind() == FindingKind.EXACT_DUPLICATE))
                .hasSize((int) copies);

        Collections.shuffle(rows, random);
        assertThat(find(rows)).isEqualTo(found);

        rows.add(0, row("unrelated", "Who wrote this and when was it?", "Nobody knows for sure"));
        assertThat(find(rows)).isEqualTo(found);
    }

    private static String id(AuditRow row) {
        return row.labelled().trace().id();
    }

    @Property(tries = 20)
    void mostPairsAboveTheThresholdAreFound(@ForAll long seed) {
        Random random = new Random(seed);
        List<AuditRow> rows = new ArrayList<>();
        int pairs = 60;
        for (int i = 0; i < pairs; i++) {
            // one word in forty replaced: similarity about 0.86; longer than what is kept in full
            String[] words = text(random, 800).split(" ");
            rows.add(row("a" + i, PROBLEM, String.join(" ", words)));
            for (int w = 0; w < words.length; w += 40) {
                words[w] = "other" + random.nextInt(500);
            }
            rows.add(row("b" + i, PROBLEM, String.join(" ", words)));
        }
        assertThat(find(rows)).hasSizeGreaterThanOrEqualTo(pairs * 9 / 10);
    }

    @Test
    void optionsAreChecked() {
        assertThatThrownBy(() -> new DuplicateOptions(0, 1, 1, 1))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new DuplicateOptions(0.8, 0, 1, 1))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
