package org.stepwright.ui.kit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.stepwright.ui.shell.ScreenList;

class MessagesTest {
    static java.util.stream.Stream<String> screens() {
        return ScreenList.all().stream().map(ScreenFactory::id);
    }

    @ParameterizedTest
    @MethodSource("screens")
    void everyScreenHasTextsWithATitle(String screen) {
        assertThat(Messages.of(screen).has("title")).isTrue();
    }

    @Test
    void sharedTextsStandBehindThoseOfAScreen() {
        assertThat(Messages.of("label").text("cancel")).isEqualTo(Messages.of("").text("cancel"));
    }

    @Test
    void aMissingTextIsItsKey() {
        assertThat(Messages.of("").text("no.such.text")).isEqualTo("no.such.text");
    }

    @Test
    void valuesAreFilledIn() {
        assertThat(Messages.of("label").text("badge.error", 3)).isEqualTo("err 3");
        assertThat(Messages.of("home").text("next.label.text", 1L)).startsWith("1 trace waits");
    }
}
