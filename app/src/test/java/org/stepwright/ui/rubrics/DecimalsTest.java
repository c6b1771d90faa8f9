package org.stepwright.ui.rubrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DecimalsTest {
    private Locale before;

    @BeforeEach
    void keep() {
        before = Locale.getDefault(Locale.Category.FORMAT);
    }

    @AfterEach
    void giveBack() {
        Locale.setDefault(Locale.Category.FORMAT, before);
    }

    @Test
    void aPointInGermanIsRefusedNotReadAsFifteen() {
        Locale.setDefault(Locale.Category.FORMAT, Locale.GERMANY);
        assertThat(Decimals.read("1.5")).isEmpty();
        assertThat(Decimals.read("1,5")).hasValue(1.5);
        assertThat(Decimals.text(1500.25)).isEqualTo("1500,25");
    }

    @Test
    void theWholeTextIsTheNumber() {
        Locale.setDefault(Locale.Category.FORMAT, Locale.UK);
        assertThat(Decimals.read("2abc")).isEmpty();
        assertThat(Decimals.read("1,500")).isEmpty();
        assertThat(Decimals.read("")).isEmpty();
        assertThat(Decimals.read(" 2.25 ")).hasValue(2.25);
        assertThat(Decimals.text(0.1234567)).isEqualTo("0.1234567");
    }
}
