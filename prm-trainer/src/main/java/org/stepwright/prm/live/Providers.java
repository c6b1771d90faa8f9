package org.stepwright.prm.live;

import dev.langchain4j.http.client.HttpClientBuilder;
import dev.langchain4j.model.anthropic.AnthropicStreamingChatModel;
import dev.langchain4j.model.chat.StreamingChatModel;
import dev.langchain4j.model.googleai.GoogleAiGeminiStreamingChatModel;
import dev.langchain4j.model.ollama.OllamaStreamingChatModel;
import dev.langchain4j.model.openai.OpenAiStreamingChatModel;
import java.net.URI;
import java.util.Map;

/** Builds LangChain4j's model for a connection. Requests and responses are never logged. */
final class Providers {
    // Cautious: English has about four characters a token, JSON and other languages fewer.
    private static final int CHARACTERS_A_TOKEN = 3;
    // The same room for similar questions, so that the server need not load the model anew.
    private static final int ROOM_STEP = 4096;
    private static final int MOST_ROOM = 65_536;

    private Providers() {}

    /**
     * @param c the connection
     * @param key the key; null when there is none
     * @param r what is asked; its seed is ignored where the protocol has none
     * @param http the client to use
     */
    static StreamingChatModel model(
            Connection c, String key, LiveRequest r, HttpClientBuilder http) {
        return switch (c.kind()) {
            case OPENAI_COMPATIBLE -> openAi(c, key, r.seed(), http);
            case OLLAMA -> ollama(c, key, r, http);
            case ANTHROPIC -> anthropic(c, key, http);
            case GEMINI -> gemini(c, key, r.seed(), http);
            case RECORDED -> throw new IllegalArgumentException("A recording is not a live model.");
        };
    }

    private static StreamingChatModel openAi(
            Connection c, String key, Integer seed, HttpClientBuilder http) {
        String url = BaseUrl.toCall(c.baseUrl());
        var builder =
                OpenAiStreamingChatModel.builder()
                        .httpClientBuilder(http)
                        .baseUrl(url)
                        .apiKey(key)
                        .modelName(c.model())
                        .temperature(c.temperature())
                        .seed(seed)
                        .strictJsonSchema(true)
                        .returnThinking(true)
                        .logRequests(false)
                        .logResponses(false);
        // OpenAI itself renamed the limit and refuses the old name for its newer models; the
        // servers that speak its protocol know the old one.
        return "api.openai.com".equals(URI.create(url).getHost())
                ? builder.maxCompletionTokens(c.maxTokens()).build()
                : builder.maxTokens(c.maxTokens()).build();
    }

    private static StreamingChatModel ollama(
            Connection c, String key, LiveRequest r, HttpClientBuilder http) {
        return OllamaStreamingChatModel.builder()
                .httpClientBuilder(http)
                .baseUrl(BaseUrl.toCall(c.baseUrl()))
                .customHeaders(key == null ? Map.of() : Map.of("Authorization", "Bearer " + key))
                .modelName(c.model())
                .temperature(c.temperature())
                .numPredict(c.maxTokens())
                .numCtx(room(c, r))
                .seed(r.seed())
                .returnThinking(true)
                .logRequests(false)
                .logResponses(false)
                .build();
    }

    /**
     * Tokens that Ollama keeps room for: it cuts a longer prompt without a word, and its own choice
     * is too small for instructions with a form and a policy. Null leaves it to the server.
     */
    private static Integer room(Connection c, LiveRequest r) {
        if (r.form() == null) {
            return null;
        }
        long needed = (r.system().length() + r.prompt().length()) / CHARACTERS_A_TOKEN;
        long steps = (needed + c.maxTokens()) / ROOM_STEP + 1;
        return (int) Math.min(MOST_ROOM, steps * ROOM_STEP);
    }

    private static StreamingChatModel anthropic(Connection c, String key, HttpClientBuilder http) {
        return AnthropicStreamingChatModel.builder()
                .httpClientBuilder(http)
                .baseUrl(BaseUrl.toCall(c.baseUrl()))
                .apiKey(key)
                .modelName(c.model())
                .temperature(Math.min(1, c.temperature()))
                .maxTokens(c.maxTokens())
                .returnThinking(true)
                .logRequests(false)
                .logResponses(false)
                .build();
    }

    private static StreamingChatModel gemini(
            Connection c, String key, Integer seed, HttpClientBuilder http) {
        return GoogleAiGeminiStreamingChatModel.builder()
                .httpClientBuilder(http)
                .baseUrl(BaseUrl.toCall(c.baseUrl()))
                .apiKey(key)
                .modelName(c.model())
                .temperature(c.temperature())
                .maxOutputTokens(c.maxTokens())
                .seed(seed)
                .returnThinking(true)
                .logRequestsAndResponses(false)
                .build();
    }
}
