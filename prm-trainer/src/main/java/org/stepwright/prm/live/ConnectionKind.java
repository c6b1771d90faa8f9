package org.stepwright.prm.live;

/** Whose protocol a connection speaks. */
public enum ConnectionKind {
    /** OpenAI's chat completions, which many servers speak. */
    OPENAI_COMPATIBLE("https://api.openai.com/v1"),
    /** Ollama's own chat protocol. */
    OLLAMA("http://localhost:11434"),
    /** Anthropic's messages. */
    ANTHROPIC("https://api.anthropic.com/v1"),
    /** Google's Gemini. */
    GEMINI("https://generativelanguage.googleapis.com/v1beta"),
    /** Answers replayed from a file; never a live model. */
    RECORDED("");

    private final String defaultBaseUrl;

    ConnectionKind(String defaultBaseUrl) {
        this.defaultBaseUrl = defaultBaseUrl;
    }

    /**
     * @return where the provider listens when a connection names no base URL; empty for {@link
     *     #RECORDED}
     */
    public String defaultBaseUrl() {
        return defaultBaseUrl;
    }
}
