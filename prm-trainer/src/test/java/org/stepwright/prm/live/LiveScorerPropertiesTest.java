package org.stepwright.prm.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.stepwright.prm.live.LiveAnswer.Ending;
import org.stepwright.trace.SplitRule;
import org.stepwright.trace.StepSplitter;
import org.stepwright.work.Progress;

/** However an answer is cut into pieces, its streamed scores are those of the whole trace. */
class LiveScorerPropertiesTest {
    private final FakeRewardModel model = new FakeRewardModel();

    @Property(tries = 300)
    void streamedEqualsWhole(
            @ForAll("answers") String text,
            @ForAll SplitRule rule,
            @ForAll List<@IntRange(min = 1, max = 40) Integer> cuts) {
        LiveModel live = new ScriptedModel(cut(text, cuts), Ending.COMPLETE);
        LiveResult result =
                Calls.await(
                        new LiveScorer(model, rule)
                                .run(live, LiveRequest.of("What is 2+2?"), LiveListener.NONE));
        assertThat(result.trace().steps()).isEqualTo(new StepSplitter(rule).split(text));
        assertThat(result.score().stepRewards())
                .isEqualTo(model.scoreAll(List.of(result.trace()), Progress.NONE).get(0));
    }

    @Provide
    Arbitrary<String> answers() {
        return Arbitraries.of(
                        "Step 1: ",
                        "2. ",
                        "# Head",
                        "\n",
                        "\n\n",
                        "so 2+2 = 4",
                        "<think>",
                        "</think>",
                        "[\"a\", \"b\"]",
                        "ü✓",
                        "\r\n",
                        " ",
                        "{",
                        "\\boxed{4}")
                .list()
                .ofMaxSize(20)
                .map(parts -> String.join("", parts));
    }

    private static List<String> cut(String text, List<Integer> cuts) {
        List<String> pieces = new ArrayList<>();
        int at = 0;
        for (int length : cuts) {
            int end = Math.min(text.length(), at + length);
            if (end > at) {
                pieces.add(text.substring(at, end));
            }
            at = end;
        }
        if (at < text.length()) {
            pieces.add(text.substring(at));
        }
        return pieces;
    }
}
