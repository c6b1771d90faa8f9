package org.stepwright.prm.live;

import dev.langchain4j.model.chat.request.ResponseFormat;
import dev.langchain4j.model.chat.request.ResponseFormatType;

/** How far a server is held to the form of an answer; who refuses one is asked with the next. */
enum FormHold {
    /** To the form itself. */
    SCHEMA,
    /** To JSON of any form, which is what some servers can do. */
    JSON,
    /** To nothing but the words of the prompt. */
    FREE;

    static FormHold strictest(AnswerForm form) {
        return form == null ? FREE : SCHEMA;
    }

    FormHold looser() {
        return this == SCHEMA ? JSON : FREE;
    }

    /** What LangChain4j takes; null for free text. */
    ResponseFormat format(AnswerForm form) {
        return switch (this) {
            case SCHEMA ->
                    ResponseFormat.builder()
                            .type(ResponseFormatType.JSON)
                            .jsonSchema(form.schema())
                            .build();
            case JSON -> ResponseFormat.JSON;
            case FREE -> null;
        };
    }
}
