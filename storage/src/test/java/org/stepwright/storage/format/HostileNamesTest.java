package org.stepwright.storage.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Names that are stored many times over are short and few. */
class HostileNamesTest {
    private static final String LONG = "n".repeat(201);

    private static String labels(int annotators) {
        return IntStream.range(0, annotators)
                .mapToObj(i -> "{\"step\":0,\"verdict\":\"wrong\",\"annotator\":\"a" + i + "\"}")
                .collect(
                        Collectors.joining(
                                ",",
                                "{\"id\":\"1\",\"problem\":\"p\",\"steps\":[\"a\"],\"step_labels\":[",
                                "]}"));
    }

    @Test
    void aRowOfVeryManyAnnotatorsIsRejected() {
        assertThat(Reading.of("generic", labels(200)).only().labels()).hasSize(200);
        assertThat(Reading.of("generic", labels(201)).rejects)
                .containsExactly("1: there are more than 200 annotators");
    }

    @Test
    void longNamesOfAnnotatorsAreRejected() {
        String simple =
                "{\"id\":\"1\",\"problem\":\"p\",\"steps\":[\"a\"],\"labels\":[true],\"annotator\":\"%s\"}";
        assertThat(Reading.of("generic", simple.formatted(LONG.substring(1))).only().labels())
                .hasSize(1);
        assertThat(Reading.of("generic", simple.formatted(LONG)).rejects)
                .containsExactly("1: \"annotator\" is longer than 200 characters");
        assertThat(Reading.of("generic", labels(1).replace("a0", LONG)).rejects)
                .containsExactly("1: \"annotator\" is longer than 200 characters");
        String prm800k =
                "{\"labeler\":\"%s\",\"question\":{\"problem\":\"p\"},\"label\":{\"steps\":["
                    + "{\"completions\":[{\"text\":\"a\",\"rating\":1}],\"chosen_completion\":0}]}}";
        assertThat(Reading.of("prm800k", prm800k.formatted(LONG)).rejects)
                .containsExactly("1: \"labeler\" is longer than 200 characters");
    }

    @Test
    void everyFormatsIdsAreShort() {
        String id = "i".repeat(300);
        String chat =
                "{\"task_id\":\"%s\",\"trial\":\"%s\",\"traj\":[{\"role\":\"user\",\"content\":\"q\"},"
                    + "{\"role\":\"assistant\",\"content\":\"a\"}]}";
        assertThat(Reading.of("chat", chat.formatted(id, id)).rejects)
                .containsExactly("1: the id is longer than 500 characters");
        String generic = "{\"id\":\"%s\",\"problem\":\"p\",\"steps\":[\"a\"]}";
        assertThat(Reading.of("generic", generic.formatted(id + id)).rejects)
                .containsExactly("1: the id is longer than 500 characters");
    }
}
