package org.stepwright.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.stepwright.label.Verdict;
import org.stepwright.work.WorkFailed;

class TraceFilterTest {
    /** Any filter: each key with a value it takes, or without. */
    @Provide
    Arbitrary<TraceFilter> filters() {
        Arbitrary<TraceFilter> filter = Arbitraries.just(TraceFilter.ALL);
        for (FilterKey key : FilterKey.values()) {
            filter = Combinators.combine(filter, values(key)).as((f, value) -> f.with(key, value));
        }
        return filter;
    }

    private static Arbitrary<String> values(FilterKey key) {
        Arbitrary<String> value =
                key.choices().isEmpty()
                        ? Arbitraries.oneOf(
                                Arbitraries.strings().ofMaxLength(12),
                                Arbitraries.strings()
                                        .withChars(" \t\n\"\\:='%_*()aıİß")
                                        .ofMaxLength(8))
                        : Arbitraries.of(key.choices());
        return Arbitraries.oneOf(Arbitraries.just(""), value);
    }

    @Property
    void whatIsWrittenReadsBackTheSame(@ForAll("filters") TraceFilter filter) {
        assertThat(TraceFilter.parse(filter.write())).isEqualTo(filter);
        assertThat(TraceFilter.parse(filter.toString())).isEqualTo(filter);
        assertThat(TraceFilter.search(filter.write())).isEqualTo(filter);
    }

    @Property
    void nothingTypedRaises(@ForAll String typed) {
        assertThatCode(() -> TraceFilter.search(typed)).doesNotThrowAnyException();
    }

    @Property
    void aFilterIsReadOrRefusedWithASentence(@ForAll String where) {
        try {
            assertThat(TraceFilter.parse(TraceFilter.parse(where).write()))
                    .isEqualTo(TraceFilter.parse(where));
        } catch (WorkFailed e) {
            assertThat(e).hasMessageEndingWith(".");
        }
    }

    @ParameterizedTest
    @EnumSource(FilterKey.class)
    void everyKeyIsReadInAnyCaseAndLocale(FilterKey key) {
        String value = key.choices().isEmpty() ? "x" : key.choices().get(0);
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("tr"));
            String upper = key.word().toUpperCase(Locale.ROOT);
            assertThat(TraceFilter.parse(upper + ":" + value).value(key)).isEqualTo(value);
            assertThat(TraceFilter.parse(key.word() + "=" + value).value(key)).isEqualTo(value);
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void searchTakesWhatItUnderstandsAndTheRestAsText() {
        TraceFilter filter =
                TraceFilter.search("refund source:chat note:late state:done unsure:yes 3=4");
        assertThat(filter.text()).isEqualTo("refund note:late state:done 3=4");
        assertThat(filter.value(FilterKey.SOURCE)).isEqualTo("chat");
        assertThat(filter.flag(FilterKey.UNSURE)).isTrue();
        assertThat(filter.state()).isNull();
        assertThat(TraceFilter.search("\"source:chat\" spark"))
                .as("quoted words and bare keys are text")
                .isEqualTo(TraceFilter.ALL.withText("source:chat spark"));
        assertThat(TraceFilter.search("source:\"big model\" a"))
                .isEqualTo(TraceFilter.ALL.withSource("big model").withText("a"));
        assertThat(TraceFilter.search("  ")).isEqualTo(TraceFilter.ALL);
    }

    @Test
    void valuesAreHeldInOneForm() {
        assertThat(TraceFilter.parse("state:GAVE-UP labelled:TRUE verdict:Wrong").write())
                .isEqualTo("state:gave_up labelled:yes verdict:wrong");
        assertThat(TraceFilter.parse("source: text:\"  \"")).isEqualTo(TraceFilter.ALL);
        assertThat(TraceFilter.parse("text:\"say \"\"hi\"\"\"").text()).isEqualTo("say \"hi\"");
        assertThat(TraceFilter.ALL.withVerdict(Verdict.WRONG).withVerdict(null))
                .isEqualTo(TraceFilter.ALL);
    }

    @ParameterizedTest
    @ValueSource(strings = {"spark", "slice:maybe", "verdict:bad", "=x", "colour:red", "\"\":x"})
    void whatIsNoFilterIsASentence(String wrong) {
        assertThatThrownBy(() -> TraceFilter.parse(wrong))
                .isInstanceOf(WorkFailed.class)
                .hasMessageEndingWith(".");
    }

    @Test
    void aFilterDoesNotChangeAfterItWasMade() {
        Map<FilterKey, String> values = new EnumMap<>(FilterKey.class);
        values.put(FilterKey.SOURCE, "a");
        TraceFilter filter = new TraceFilter(values);
        values.put(FilterKey.SOURCE, "b");
        assertThat(filter).isEqualTo(TraceFilter.parse("source:a"));
        assertThatThrownBy(() -> filter.values().clear())
                .isInstanceOf(UnsupportedOperationException.class);
        assertThat(List.of(filter)).contains(new TraceFilter("", null, "a", "", null));
    }
}
