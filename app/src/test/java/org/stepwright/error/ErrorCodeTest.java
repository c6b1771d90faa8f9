package org.stepwright.error;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class ErrorCodeTest {
    @Test
    void theSamePlaceGivesTheSameCodeWhateverTheMessage() {
        assertThat(ErrorCode.of(bug("one"))).isEqualTo(ErrorCode.of(bug("two")));
    }

    @Test
    void anotherKindOrPlaceGivesAnotherCode() {
        assertThat(ErrorCode.of(bug("one")))
                .isNotEqualTo(ErrorCode.of(new IllegalArgumentException("one")));
        assertThat(ErrorCode.of(bug("one")))
                .isNotEqualTo(ErrorCode.of(new IllegalStateException("one")));
    }

    @Test
    void theRootDecidesTheFirstHalf() {
        String plain = ErrorCode.of(bug("one"));
        String wrapped = ErrorCode.of(new IOException("outside", bug("one")));
        assertThat(wrapped.substring(0, 7)).isEqualTo(plain.substring(0, 7));
        assertThat(wrapped).isNotEqualTo(plain);
    }

    @Test
    void codesHaveOneShapeInEveryLocale() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("tr-TR"));
            assertThat(ErrorCode.of(bug(""))).matches("SW-[B-Z2-9]{4}-[B-Z2-9]{4}");
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void aCircleOfCausesEnds() {
        IOException a = new IOException("a");
        IOException b = new IOException("b", a);
        a.initCause(b);
        assertThat(ErrorCode.of(a)).startsWith("SW-");
    }

    private static RuntimeException bug(String message) {
        return new IllegalStateException(message);
    }
}
