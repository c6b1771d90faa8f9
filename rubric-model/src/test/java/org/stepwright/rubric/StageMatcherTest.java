package org.stepwright.rubric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.stepwright.rubric.Rubrics.rubric;
import static org.stepwright.rubric.Rubrics.stage;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.stepwright.trace.Step;
import org.stepwright.trace.StepKind;

class StageMatcherTest {
    private final StageMatcher matcher =
            new StageMatcher(
                    rubric(
                            List.of(
                                    stage("greet", false, List.of("hello")),
                                    stage("check", true, List.of("find_order", "INVOICE")),
                                    stage("refund", false, List.of("refund")),
                                    stage("bye", false, List.of("hello again")))));

    private Optional<String> stageOf(Step... steps) {
        return matcher.stageOf(List.of(steps)).map(Stage::id);
    }

    @Test
    void wordsTellTheStage() {
        assertThat(stageOf(Step.of("Hello there"))).contains("greet");
        assertThat(stageOf(Step.of("The invoice is fine."))).contains("check");
        assertThat(stageOf(Step.of("Refunding is another word"))).isEmpty();
        assertThat(stageOf(Step.of("Nothing"))).isEmpty();
        assertThat(stageOf()).isEmpty();
    }

    @Test
    void aToolsNameWeighsMoreThanAWord() {
        Step call = new Step("find_order({\"why\":\"refund\"})", StepKind.TOOL_CALL, "", List.of());
        assertThat(stageOf(call)).contains("check");
    }

    @Test
    void aStageThatIsNotRepeatableTakesOneStep() {
        assertThat(stageOf(Step.of("hello"), Step.of("hello again"))).contains("bye");
        assertThat(stageOf(Step.of("hello"), Step.of("hello"))).isEmpty();
        assertThat(stageOf(Step.of("invoice"), Step.of("invoice"))).contains("check");
    }
}
