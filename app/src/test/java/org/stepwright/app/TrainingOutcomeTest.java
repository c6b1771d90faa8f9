package org.stepwright.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.stepwright.storage.Run;
import org.stepwright.work.WorkFailed;

class TrainingOutcomeTest {
    private static final String EVAL =
            "{\"file\":\"validation\",\"traces\":3,\"problems\":2,\"steps\":9,\"base_rate\":0.1,"
                + "\"error_share\":null,\"error_accuracy\":null,\"correct_accuracy\":70.0,"
                + "\"f1\":null,\"auroc\":0.8,\"ece\":0.1,\"brier\":0.2,\"threshold\":0.5,"
                + "\"threshold_rule\":\"fixed\",\"ci95\":{\"f1\":[null,40.0]},"
                + "\"exact\":0.5,\"step_f1\":{\"positive\":0.9,\"negative\":null,"
                + "\"accuracy\":0.8},\"kinds\":{\"circular\":{\"traces\":1,\"steps\":2,"
                + "\"step_f1\":{\"positive\":1,\"negative\":1,\"accuracy\":1}}},"
                + "\"best_of_n\":{\"min\":[{\"n\":2,\"problems\":3,\"first\":0.5,\"majority\":0.5,"
                + "\"weighted_majority\":null,\"best\":0.6,\"oracle\":1}]},"
                + "\"baselines\":{},\"reliability\":[],\"worst\":[],\"later_field\":1}";

    @Test
    void whatTheDataCouldNotSayIsNoNumber() {
        TrainingOutcome outcome =
                TrainingOutcome.read(
                        run(
                                "{\"traces\":3,\"dataset_sha256\":\"ab\",\"validation\":"
                                        + EVAL
                                        + "}"));
        assertThat(outcome.datasetSha256()).isEqualTo("ab");
        assertThat(outcome.heldOut()).isNull();
        assertThat(outcome.shown()).isEqualTo(outcome.validation());
        assertThat(outcome.shown().f1()).isNaN();
        assertThat(outcome.shown().correctAccuracy()).isEqualTo(70.0);
        assertThat(outcome.shown().stepF1().negative()).isNaN();
        assertThat(outcome.shown().kinds().get("circular").stepF1().accuracy()).isEqualTo(1);
        assertThat(outcome.shown().bestOfN().get("min").get(0).best()).isEqualTo(0.6);
        assertThat(outcome.shown().bestOfN().get("min").get(0).weightedMajority()).isNaN();
        assertThat(outcome.shown().ci95().get("f1")).containsExactly(Double.NaN, 40.0);
    }

    @Test
    void resultsOfAnotherFormAreRefusedInASentence() {
        for (String json : new String[] {"", "no json", "[]", "null", "{\"traces\":3}"}) {
            assertThatThrownBy(() -> TrainingOutcome.read(run(json)))
                    .isInstanceOf(WorkFailed.class)
                    .hasMessageContaining("train again");
        }
    }

    @Test
    void aFailedRunKeepsItsReason() {
        assertThat(TrainingOutcome.failure(run(Runs.failureJson("Too few labels."))))
                .isEqualTo("Too few labels.");
        assertThat(TrainingOutcome.failure(run(""))).isEmpty();
        assertThat(TrainingOutcome.failure(run("no json"))).isEmpty();
    }

    private static Run run(String result) {
        return new Run(
                "r",
                Run.Kind.TRAIN,
                "m",
                Instant.EPOCH,
                Instant.EPOCH,
                Run.Status.SUCCEEDED,
                "signals",
                "",
                "",
                result,
                "");
    }
}
