package org.stepwright.rubric;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.stepwright.trace.Trace;

class SeenStagesTest {
    private static final Rubric RUBRIC =
            Rubrics.rubric(
                    List.of(
                            Rubrics.stage("facts", true, List.of("case")),
                            Rubrics.stage("decision", true, List.of("decision"))),
                    Rubrics.criterion("c", Rubrics.ANCHORED, 1, false));

    private final List<String> read = new ArrayList<>();

    private Set<String> seen(int many, String step, Trace last) {
        return SeenStages.in(
                RUBRIC,
                sink -> {
                    for (int i = 0; i < many; i++) {
                        read.add("t" + i);
                        sink.accept(Trace.of("t" + i, "?", List.of(step)));
                    }
                    if (last != null) {
                        read.add(last.id());
                        sink.accept(last);
                    }
                });
    }

    @Test
    void withoutTracesNobodyKnows() {
        assertThat(seen(0, "", null)).isNull();
    }

    @Test
    void readingEndsWhenEveryStageWasSeen() {
        Trace both = Trace.of("both", "?", List.of("The case.", "The decision."));
        assertThat(seen(1, "The case.", null)).containsExactly("facts");
        read.clear();
        assertThat(
                        SeenStages.in(
                                RUBRIC,
                                sink -> {
                                    sink.accept(both);
                                    read.add("one too many");
                                }))
                .containsExactlyInAnyOrder("facts", "decision");
        assertThat(read).isEmpty();
    }

    @Test
    void whatComesAfterTheMostThatAreReadIsNotSaidToBeMissing() {
        Trace decision = Trace.of("d", "?", List.of("The decision."));
        assertThat(seen(SeenStages.MOST, "The case.", null)).containsExactly("facts");
        assertThat(seen(SeenStages.MOST, "The case.", decision)).isNull();
        assertThat(seen(SeenStages.MOST - 1, "The case.", decision)).hasSize(2);
    }
}
