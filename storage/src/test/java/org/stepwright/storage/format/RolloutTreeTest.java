package org.stepwright.storage.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class RolloutTreeTest {
    @Test
    void aStepThatGoesOnInAWordIsAnotherStep() {
        RolloutTree tree =
                RolloutTree.ofPrefixes(
                        "Q ",
                        Json.parse(
                                "[{\"solution_prefix\":\"Q x ="
                                    + " 1\",\"mc_value\":0.1},{\"solution_prefix\":\"Q x ="
                                    + " 12\",\"mc_value\":0.9},{\"solution_prefix\":\"Q x = 1 so"
                                    + " y\",\"mc_value\":0.2}]"));
        List<List<String>> paths =
                tree.paths().stream()
                        .map(path -> path.stream().map(RolloutTree.Node::text).toList())
                        .toList();
        assertThat(paths).containsExactlyInAnyOrder(List.of("x = 1", "so y"), List.of("x = 12"));
    }
}
