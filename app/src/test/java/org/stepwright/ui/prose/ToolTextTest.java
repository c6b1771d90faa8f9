package org.stepwright.ui.prose;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class ToolTextTest {
    @Test
    void aCallHasANameAndIndentedArguments() {
        ToolText.Call call = ToolText.call("find_flight({\"from\":\"JFK\",\"days\":[1, 2]})");
        assertThat(call.name()).isEqualTo("find_flight");
        assertThat(call.arguments())
                .isEqualTo("{\n  \"from\": \"JFK\",\n  \"days\": [\n    1,\n    2\n  ]\n}");
        assertThat(ToolText.call("list_all({})")).isEqualTo(new ToolText.Call("list_all", ""));
        assertThat(ToolText.call("no call at all"))
                .isEqualTo(new ToolText.Call("", "no call at all"));
        assertThat(ToolText.call("f({\"broken\": )").arguments()).isEqualTo("{\"broken\":");
    }

    @Test
    void valuesOfArgumentsAreNotTouched() {
        String json = "{\"a\":\"x, {y}: \\\"z\\\"\",\"n\":1.50e3,\"a\":[],\"b\":{ }}";
        assertThat(ToolText.call("f(" + json + ")").arguments())
                .contains("\"x, {y}: \\\"z\\\"\"", "1.50e3", "\"a\": []", "\"b\": {}");
    }

    @Test
    void whatCameBeforeIsToldApart() {
        List<ToolText.Said> said =
                ToolText.context(
                        "user: Book it.\n\n"
                                + "Note: by noon.\n\n"
                                + "get_user: {\"id\": 7}\n\n"
                                + "user: Thanks");
        assertThat(said)
                .extracting(ToolText.Said::speaker)
                .containsExactly("user", "get_user", "user");
        assertThat(said.get(0).text()).isEqualTo("Book it.\n\nNote: by noon.");
        assertThat(said.get(1).text()).isEqualTo("{\n  \"id\": 7\n}");
        assertThat(said).extracting(ToolText.Said::code).containsExactly(false, true, false);
    }

    @Test
    void programsAreToldFromProse() {
        assertThat(
                        CodeSniff.mostly(
                                List.of(
                                        "def f(x):",
                                        "    # Count them",
                                        "    n = len(x)",
                                        "    return n")))
                .isTrue();
        assertThat(
                        CodeSniff.mostly(
                                List.of(
                                        "First, we count the apples.",
                                        "x = 3 + 4 = 7",
                                        "So the answer is $x = 7$.")))
                .isFalse();
    }

    @Property(tries = 300)
    void anyTextIsTaken(@ForAll String text) {
        ToolText.Call call = ToolText.call(text);
        assertThat(call.name() + call.arguments()).isNotNull();
        ToolText.context(text).forEach(s -> assertThat(s.text()).isNotNull());
        assertThat(CodeSniff.mostly(List.of(text, text, text))).isIn(true, false);
    }
}
