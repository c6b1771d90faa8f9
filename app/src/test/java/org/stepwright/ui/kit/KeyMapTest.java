package org.stepwright.ui.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.stepwright.ui.kit.KeyAction.Scope;

class KeyMapTest {
    private final Locale before = Locale.getDefault();
    private final KeyMap first = KeyMap.of(KeyDefaults.label(), "");

    @AfterEach
    void giveTheLocaleBack() {
        Locale.setDefault(before);
    }

    @Test
    void theFirstKeysConflictNowhere() {
        assertThat(first.conflicts()).isEmpty();
        assertThat(first.text()).isEmpty();
    }

    @Test
    void theFirstKeysAreThoseOfOneHand() {
        assertThat(first.capOf("wrong")).isEqualTo("1");
        assertThat(first.capOf("neutral")).isEqualTo("2");
        assertThat(first.capOf("correct")).isEqualTo("3");
        assertThat(first.capsOf("down")).isEqualTo("↓ J");
        assertThat(first.capsOf("redo")).isEqualTo("Ctrl Shift Z");
        assertThat(first.capOf("previousTrace")).isEqualTo("Page↑");
        assertThat(first.capOf("nothing")).isEmpty();
    }

    @Test
    void theNumberBlockAndShiftDoTheSame() {
        assertThat(act(KeyCode.NUMPAD3)).isEqualTo("correct");
        assertThat(act(KeyCode.DIVIDE)).isEqualTo("filter");
        assertThat(act(KeyCode.KP_DOWN)).isEqualTo("down");
        assertThat(first.action(press(KeyCode.E, false, true), Scope.LABEL))
                .isEqualTo("firstError");
        assertThat(first.action(press(KeyCode.SPACE, false, true), Scope.LABEL))
                .isEqualTo("scrollUp");
        assertThat(first.action(press(KeyCode.SLASH, false, true), Scope.LABEL)).isNull();
        assertThat(first.action(press(KeyCode.Z, true, true), Scope.LABEL)).isEqualTo("redo");
        assertThat(first.action(press(KeyCode.Y, true, true), Scope.LABEL)).isEqualTo("redo");
        assertThat(act(KeyCode.Z)).isNull();
    }

    @Test
    void withAltPeopleTypeLetters() {
        KeyEvent alt =
                new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.E, false, false, true, false);
        assertThat(first.action(alt, Scope.LABEL)).isNull();
        KeyEvent bare =
                new KeyEvent(
                        KeyEvent.KEY_PRESSED, "", "", KeyCode.SHIFT, true, false, false, false);
        assertThat(first.action(bare, Scope.LABEL)).isNull();
    }

    @Test
    void comparingHasItsOwnKeysBeforeThoseOfLabelling() {
        assertThat(first.action(KeyPress.of(KeyCode.DIGIT1), Scope.COMPARE))
                .isEqualTo("preferFirst");
        assertThat(first.action(KeyPress.of(KeyCode.ENTER), Scope.COMPARE)).isEqualTo("submit");
        assertThat(first.action(KeyPress.of(KeyCode.DIGIT4), Scope.LABEL)).isNull();
    }

    @Test
    void aChangeIsKeptAndReadAgain() {
        KeyMap changed =
                first.with("wrong", List.of(KeyPress.of(KeyCode.I), press(KeyCode.F2, true, true)))
                        .with("split", List.of());
        assertThat(changed.text()).isEqualTo("split=;wrong=I,Ctrl+Shift+F2");
        KeyMap again = KeyMap.of(KeyDefaults.label(), changed.text());
        assertThat(again).isEqualTo(changed);
        assertThat(again.action(KeyPress.of(KeyCode.I), Scope.LABEL)).isEqualTo("wrong");
        assertThat(again.action(KeyPress.of(KeyCode.DIGIT1), Scope.LABEL)).isNull();
        assertThat(again.capOf("split")).isEmpty();
        assertThat(again.changed("wrong")).isTrue();
        assertThat(again.changed("correct")).isFalse();
        assertThat(again.reset("wrong").text()).isEqualTo("split=");
        assertThat(again.resetAll()).isEqualTo(first);
    }

    @Test
    void underTurkishRulesAnIIsAnI() {
        Locale.setDefault(Locale.forLanguageTag("tr-TR"));
        KeyMap changed = first.with("wrong", List.of(KeyPress.of(KeyCode.I)));
        assertThat(changed.text()).isEqualTo("wrong=I");
        assertThat(changed.capOf("wrong")).isEqualTo("I");
        assertThat(KeyMap.of(KeyDefaults.label(), "wrong=DIGIT4;correct=I").capOf("wrong"))
                .isEqualTo("4");
        assertThat(KeyPress.parse("Shift+PRINTSCREEN")).isPresent();
    }

    @Test
    void whatCannotBeReadLeavesTheFirstKeys() {
        for (String broken :
                List.of(
                        ";;=;",
                        "wrong",
                        "wrong=NOSUCHKEY",
                        "wrong=I,NOSUCHKEY",
                        "wrong=i",
                        "wrong=SHIFT",
                        "wrong=UNDEFINED",
                        "{\"wrong\": 1}",
                        "wrong=I;".repeat(10_000))) {
            assertThat(KeyMap.of(KeyDefaults.label(), broken).capOf("wrong")).isEqualTo("1");
        }
        assertThat(KeyMap.of(KeyDefaults.label(), null)).isEqualTo(first);
    }

    @Test
    void anActionOfALaterVersionIsNotForgotten() {
        KeyMap read = KeyMap.of(KeyDefaults.label(), "hologram=F9;wrong=F1");
        assertThat(read.with("wrong", List.of(KeyPress.of(KeyCode.F2))).text())
                .isEqualTo("hologram=F9;wrong=F2");
        assertThat(read.resetAll().text()).isEqualTo("hologram=F9");
    }

    @Test
    void twoActionsOnOneKeyAreFound() {
        KeyMap both = first.with("wrong", List.of(KeyPress.of(KeyCode.DIGIT3)));
        assertThat(both.conflicts())
                .containsExactlyInAnyOrder(
                        new KeyConflict(KeyPress.of(KeyCode.DIGIT3), "wrong", "correct", false),
                        new KeyConflict(KeyPress.of(KeyCode.DIGIT3), "correct", "wrong", false));
        assertThat(both.action(KeyPress.of(KeyCode.DIGIT3), Scope.LABEL)).isEqualTo("wrong");
        assertThat(both.without("correct", KeyPress.of(KeyCode.DIGIT3)).conflicts()).isEmpty();
    }

    @Test
    void theWindowsOwnKeysAreNotToBeHad() {
        assertThat(first.conflict("wrong", press(KeyCode.K, true, false)))
                .hasValue(new KeyConflict(press(KeyCode.K, true, false), "wrong", "search", true));
        assertThat(first.conflict("wrong", press(KeyCode.NUMPAD5, true, false))).isPresent();
        assertThat(first.conflict("wrong", KeyPress.of(KeyCode.F11))).isPresent();
        assertThat(first.conflict("wrong", KeyPress.of(KeyCode.ESCAPE))).isPresent();
        assertThat(first.conflict("wrong", KeyPress.of(KeyCode.F12))).isEmpty();
        assertThat(first.conflict("preferFirst", KeyPress.of(KeyCode.DIGIT3)))
                .hasValueSatisfying(c -> assertThat(c.other()).isEqualTo("preferTie"));
    }

    @Test
    void everyActionHasItsWords() {
        Messages texts = Messages.of("keys");
        Set<String> words = new HashSet<>();
        for (KeyAction action : first.actions()) {
            assertThat(texts.has("do." + action.name())).as(action.name()).isTrue();
            assertThat(texts.has("group." + action.group())).isTrue();
            assertThat(words.add(texts.text("do." + action.name()))).isTrue();
        }
        KeyDefaults.shell().values().forEach(n -> assertThat(texts.has("shell." + n)).isTrue());
    }

    private String act(KeyCode code) {
        return first.action(KeyPress.of(code), Scope.LABEL);
    }

    private static KeyPress press(KeyCode code, boolean ctrl, boolean shift) {
        return new KeyPress(code, ctrl, shift);
    }
}
