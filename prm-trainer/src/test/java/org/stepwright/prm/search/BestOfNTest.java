package org.stepwright.prm.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.stepwright.score.Aggregation;

class BestOfNTest {
    private static final List<Candidate> FOUR =
            List.of(
                    new Candidate("7", 0.2, false),
                    new Candidate("9", 0.9, true),
                    new Candidate("7", 0.3, false),
                    new Candidate("8", 0.4, false));

    @Test
    void picks() {
        assertThat(BestOfN.first(FOUR).answer()).isEqualTo("7");
        assertThat(BestOfN.majority(FOUR).answer()).isEqualTo("7");
        assertThat(BestOfN.weightedMajority(FOUR).answer()).isEqualTo("9");
        assertThat(BestOfN.best(FOUR).answer()).isEqualTo("9");
        assertThat(BestOfN.oracle(FOUR).correct()).isTrue();
    }

    @Test
    void tiesGoToTheFirst() {
        List<Candidate> tied =
                List.of(new Candidate("b", 0.5, false), new Candidate("a", 0.5, true));

        assertThat(BestOfN.majority(tied).answer()).isEqualTo("b");
        assertThat(BestOfN.best(tied).answer()).isEqualTo("b");
        assertThat(BestOfN.weightedMajority(tied).answer()).isEqualTo("b");
    }

    @Test
    void candidatesWithoutAnAnswerHaveNoVote() {
        List<Candidate> mostSilent =
                List.of(
                        new Candidate("", 0.9, false),
                        new Candidate("", 0.9, false),
                        new Candidate("3", 0.1, true));

        assertThat(BestOfN.majority(mostSilent).answer()).isEqualTo("3");
        assertThat(BestOfN.majority(mostSilent.subList(0, 2)).answer()).isEmpty();
    }

    @Test
    void aScoreUnderNoughtIsNoWeight() {
        List<Candidate> negative = List.of(new Candidate("3", -1, true));

        assertThatThrownBy(() -> BestOfN.weightedMajority(negative))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(BestOfN.table(List.of(negative)).get(0).weightedMajority()).isNaN();
    }

    @Test
    void aggregatesStepRewards() {
        Candidate candidate = Candidate.of("3", List.of(0.9, 0.5, 0.8), Aggregation.MIN, true);

        assertThat(candidate.score()).isEqualTo(0.5);
    }

    @Test
    void tableDoublesUpToTheFewest() {
        assertThat(BestOfN.table(List.of(FOUR, FOUR.subList(0, 3))))
                .extracting(BestOfNRow::n)
                .containsExactly(1, 2);
        assertThat(BestOfN.table(List.of())).isEmpty();
    }

    /** Published beside the data: mean .91, majority .93, reward model .94, oracle .96. */
    @Test
    void agreesWithThePublishedExample() throws IOException {
        Path file =
                Path.of(System.getProperty("stepwright.shared", "../../shared"))
                        .resolve("data/qwen-rm-maj-example/math_cot_100.jsonl");
        Assumptions.assumeTrue(Files.exists(file), "The shared best-of-N example is not here.");
        List<List<Candidate>> problems = new ArrayList<>();
        double correct = 0;
        for (String line : Files.readAllLines(file)) {
            JsonNode row = new ObjectMapper().readTree(line);
            List<Candidate> candidates = new ArrayList<>();
            for (int i = 0; i < row.path("pred").size(); i++) {
                double logit = row.path("pred_score").get(i).get(0).asDouble();
                double score = 1 / (1 + Math.exp(-logit));
                boolean right = row.path("score").get(i).asBoolean();
                candidates.add(new Candidate(row.path("pred").get(i).asText(), score, right));
                correct += right ? 1 : 0;
            }
            problems.add(candidates);
        }

        List<BestOfNRow> table = BestOfN.table(problems);

        BestOfNRow eight = table.get(3);
        System.out.println("best of N on 100 problems, 8 answers each: " + table);
        assertThat(table).extracting(BestOfNRow::n).containsExactly(1, 2, 4, 8);
        assertThat(correct / 800).isCloseTo(0.91, within(0.005));
        assertThat(eight.majority()).isCloseTo(0.93, within(1e-9));
        assertThat(eight.weightedMajority()).isBetween(0.93, 0.96);
        assertThat(eight.best()).isCloseTo(0.94, within(1e-9));
        assertThat(eight.oracle()).isCloseTo(0.96, within(1e-9));
    }
}
