package org.stepwright.prm.live;

import java.util.ArrayList;
import java.util.List;

/** The streaming wire formats of the providers, as their servers write them. */
enum Speech {
    OPENAI(ConnectionKind.OPENAI_COMPATIBLE, "text/event-stream") {
        @Override
        String text(String t) {
            return data(
                    "{\"id\":\"c1\",\"object\":\"chat.completion.chunk\",\"model\":\"m\",\"choices\":"
                        + "[{\"index\":0,\"delta\":{\"content\":\""
                            + t
                            + "\"},\"finish_reason\":null}]}");
        }

        @Override
        String thought(String t) {
            return data(
                    "{\"id\":\"c1\",\"object\":\"chat.completion.chunk\",\"model\":\"m\",\"choices\":"
                        + "[{\"index\":0,\"delta\":{\"reasoning_content\":\""
                            + t
                            + "\"},\"finish_reason\":null}]}");
        }

        @Override
        List<String> end(String reason) {
            return List.of(
                    data(
                            "{\"id\":\"c1\",\"object\":\"chat.completion.chunk\",\"model\":\"m\",\"choices\":"
                                + "[{\"index\":0,\"delta\":{},\"finish_reason\":\""
                                    + reason
                                    + "\"}]}"),
                    data(
                            "{\"id\":\"c1\",\"object\":\"chat.completion.chunk\",\"model\":\"m\",\"choices\":[],"
                                + "\"usage\":{\"prompt_tokens\":7,\"completion_tokens\":5,\"total_tokens\":12}}"),
                    data("[DONE]"));
        }

        @Override
        String stop() {
            return "stop";
        }
    },
    OLLAMA(ConnectionKind.OLLAMA, "application/x-ndjson") {
        @Override
        String text(String t) {
            return line(
                    "\"message\":{\"role\":\"assistant\",\"content\":\""
                            + t
                            + "\"},\"done\":false");
        }

        @Override
        String thought(String t) {
            return line(
                    "\"message\":{\"role\":\"assistant\",\"content\":\"\",\"thinking\":\""
                            + t
                            + "\"},\"done\":false");
        }

        @Override
        List<String> end(String reason) {
            return List.of(
                    line(
                            "\"message\":{\"role\":\"assistant\",\"content\":\"\"},\"done\":true,\"done_reason\":\""
                                    + reason
                                    + "\",\"prompt_eval_count\":7,\"eval_count\":5"));
        }

        @Override
        String stop() {
            return "stop";
        }

        private String line(String fields) {
            return "{\"model\":\"m\",\"created_at\":\"2026-01-01T00:00:00Z\"," + fields + "}\n";
        }
    },
    ANTHROPIC(ConnectionKind.ANTHROPIC, "text/event-stream") {
        @Override
        List<String> start() {
            return List.of(
                    event(
                            "message_start",
                            "{\"type\":\"message_start\",\"message\":{\"id\":\"msg_1\",\"type\":\"message\","
                                + "\"role\":\"assistant\",\"model\":\"m\",\"content\":[],\"usage\":{\"input_tokens\":7,\"output_tokens\":1}}}"),
                    "event: ping\ndata: {\"type\": \"ping\"}\n\n",
                    event(
                            "content_block_start",
                            "{\"type\":\"content_block_start\",\"index\":0,"
                                    + "\"content_block\":{\"type\":\"text\",\"text\":\"\"}}"));
        }

        @Override
        String text(String t) {
            return event(
                    "content_block_delta",
                    "{\"type\":\"content_block_delta\",\"index\":0,"
                            + "\"delta\":{\"type\":\"text_delta\",\"text\":\""
                            + t
                            + "\"}}");
        }

        @Override
        String thought(String t) {
            return event(
                            "content_block_start",
                            "{\"type\":\"content_block_start\",\"index\":0,"
                                + "\"content_block\":{\"type\":\"thinking\",\"thinking\":\"\"}}")
                    + event(
                            "content_block_delta",
                            "{\"type\":\"content_block_delta\",\"index\":0,"
                                    + "\"delta\":{\"type\":\"thinking_delta\",\"thinking\":\""
                                    + t
                                    + "\"}}")
                    + event("content_block_stop", "{\"type\":\"content_block_stop\",\"index\":0}")
                    + event(
                            "content_block_start",
                            "{\"type\":\"content_block_start\",\"index\":0,"
                                    + "\"content_block\":{\"type\":\"text\",\"text\":\"\"}}");
        }

        @Override
        List<String> end(String reason) {
            return List.of(
                    event("content_block_stop", "{\"type\":\"content_block_stop\",\"index\":0}"),
                    event(
                            "message_delta",
                            "{\"type\":\"message_delta\",\"delta\":{\"stop_reason\":\""
                                    + reason
                                    + "\"},\"usage\":{\"output_tokens\":5}}"),
                    event("message_stop", "{\"type\":\"message_stop\"}"));
        }

        @Override
        String stop() {
            return "end_turn";
        }
    },
    GEMINI(ConnectionKind.GEMINI, "text/event-stream") {
        @Override
        String text(String t) {
            return data(
                    "{\"candidates\":[{\"content\":{\"parts\":[{\"text\":\""
                            + t
                            + "\"}],\"role\":\"model\"},\"index\":0}]}");
        }

        @Override
        String thought(String t) {
            return data(
                    "{\"candidates\":[{\"content\":{\"parts\":[{\"text\":\""
                            + t
                            + "\",\"thought\":true}],\"role\":\"model\"},\"index\":0}]}");
        }

        @Override
        List<String> end(String reason) {
            return List.of(
                    data(
                            "{\"candidates\":[{\"content\":{\"parts\":[{\"text\":\"\"}],\"role\":\"model\"},"
                                + "\"finishReason\":\""
                                    + reason
                                    + "\",\"index\":0}],\"usageMetadata\":"
                                    + "{\"promptTokenCount\":7,\"candidatesTokenCount\":5,\"totalTokenCount\":12},\"modelVersion\":\"m\"}"));
        }

        @Override
        String stop() {
            return "STOP";
        }
    };

    final ConnectionKind kind;
    final String contentType;

    Speech(ConnectionKind kind, String contentType) {
        this.kind = kind;
        this.contentType = contentType;
    }

    List<String> start() {
        return List.of();
    }

    abstract String text(String t);

    abstract String thought(String t);

    abstract List<String> end(String reason);

    /** The protocol's word for a normal end. */
    abstract String stop();

    /** The beginning of a stream, up to and including these texts. */
    List<String> begun(String... texts) {
        List<String> pieces = new ArrayList<>(start());
        for (String t : texts) {
            pieces.add(text(t));
        }
        return pieces;
    }

    /** A whole answer. */
    FakeServer.Reply answer(String... texts) {
        List<String> pieces = begun(texts);
        pieces.addAll(end(stop()));
        return FakeServer.stream(contentType, pieces);
    }

    private static String data(String json) {
        return "data: " + json + "\n\n";
    }

    private static String event(String name, String json) {
        return "event: " + name + "\ndata: " + json + "\n\n";
    }
}
