package org.stepwright.storage.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** How rows lie in a file, and how a format is told from a file that begins badly. */
class LayoutTest {
    private static final String CHAT =
            """
            {
              "messages": [
                {
                  "role": "user",
                  "content": "%s"
                },
                {"role": "assistant", "content": "done"}
              ]
            }
            """;

    private static Optional<String> told(String head) {
        return List.of("trl", "chat", "processbench", "generic").stream()
                .filter(name -> LabelFiles.format(name).sniff(head, "f"))
                .findFirst();
    }

    @Test
    void prettyChatsAreReadWhole() {
        Reading reading = Reading.of("chat", CHAT.formatted("a") + CHAT.formatted("b"));
        assertThat(reading.rejects).isEmpty();
        assertThat(reading.rows).extracting(r -> r.trace().problem()).containsExactly("a", "b");
        assertThat(reading.lines).containsExactly(1L, 10L);
    }

    @Test
    void prettyRowsThatBeginWithTheirStepsAreReadWhole() {
        for (String begin : List.of("{\n \"steps\": [\n  {", "{\"steps\": [\n  {")) {
            String row =
                    begin + "\"text\": \"a\"\n  }\n ],\n \"id\": \"1\",\n \"problem\": \"p\"\n}\n";
            Reading reading = Reading.of("generic", row + row.replace("\"1\"", "\"2\""));
            assertThat(reading.rejects).isEmpty();
            assertThat(reading.ids()).containsExactly("1", "2");
        }
    }

    @Test
    void aDamagedFirstRowDoesNotHideTheFormat() {
        String row = "{\"id\":\"1\",\"problem\":\"p\",\"steps\":[\"a\"],\"labels\":[true]}";
        for (int end = 1; end < row.length(); end++) {
            assertThat(told(row.substring(0, end) + "\n" + row)).as("" + end).contains("generic");
        }
        assertThat(told("{\"id\": oops}\n" + row)).contains("generic");
        assertThat(told("[\n{\"id\": oops},\n" + row + ",\n" + row + "]")).contains("generic");
    }

    @Test
    void piecesOfADamagedRowStillTell() {
        assertThat(told("{\"problem\":\"p\",\"steps\":[\"a\"],oops}")).contains("generic");
        assertThat(told("{\"problem\":\"p\",\"steps\":[\"a")).contains("generic");
    }
}
