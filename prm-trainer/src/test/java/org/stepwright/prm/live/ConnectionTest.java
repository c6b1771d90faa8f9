package org.stepwright.prm.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.stepwright.work.WorkFailed;

/** A connection that could leak a key or cannot work is refused with a sentence. */
class ConnectionTest {
    private static Connection at(String url) {
        return new Connection("c", ConnectionKind.OPENAI_COMPATIBLE, url, "m", "k", 0, 100, 30, "");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://host/v1",
                "http://localhost:11434",
                "http://127.0.0.1:8000/v1",
                "http://[::1]:8000",
                "insecure+http://10.0.0.7:8000/v1",
                "HTTPS://host",
            })
    void acceptsHttpsAndThisMachine(String url) {
        assertThat(at(url).baseUrl()).isEqualTo(url);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://10.0.0.7/v1",
                "http://localhost.evil.example/v1",
                "http://127.0.0.1.evil.example",
                "ftp://host",
                "host/v1",
                "https://",
                "https://user:secret@host/v1",
                "https://host/v1?key=secret",
                "http://[::1",
                "insecure+ftp://host",
                "not a url",
            })
    void refusesAddressesThatAreUnsafeOrNone(String url) {
        assertThatThrownBy(() -> at(url))
                .isInstanceOf(WorkFailed.class)
                .hasMessageNotContaining("secret")
                .hasMessageEndingWith(".")
                .hasNoCause();
    }

    @Test
    void aBlankAddressIsTheProvidersOwn() {
        assertThat(at(" ").baseUrl()).isEqualTo("https://api.openai.com/v1");
        assertThat(at("https://host/v1/").baseUrl()).isEqualTo("https://host/v1");
    }

    @Test
    void refusesValuesOutOfRange() {
        assertThatThrownBy(
                        () ->
                                new Connection(
                                        "c", ConnectionKind.OLLAMA, "", "", "", 0, 100, 30, ""))
                .isInstanceOf(WorkFailed.class)
                .hasMessageContaining("Name the model");
        assertThatThrownBy(
                        () ->
                                new Connection(
                                        "c",
                                        ConnectionKind.OLLAMA,
                                        "",
                                        "m",
                                        "",
                                        Double.NaN,
                                        100,
                                        30,
                                        ""))
                .hasMessageContaining("temperature");
        assertThatThrownBy(() -> Connection.recorded("c", ""))
                .hasMessageContaining("recording file");
        assertThatThrownBy(() -> LiveRequest.of("  ")).hasMessageContaining("prompt is empty");
    }

    @Test
    void saysWhichKeyIsMissing() {
        LiveModels models = new LiveModels(Secrets.NONE);
        assertThatThrownBy(() -> models.open(at("https://host")))
                .isInstanceOf(WorkFailed.class)
                .hasMessageContaining("\"k\"")
                .hasMessageContaining("STEPWRIGHT_KEY_K");
        Connection keyless =
                new Connection("c", ConnectionKind.ANTHROPIC, "", "m", "", 0, 100, 30, "");
        assertThatThrownBy(() -> models.open(keyless)).hasMessageContaining("needs a key");
    }
}
