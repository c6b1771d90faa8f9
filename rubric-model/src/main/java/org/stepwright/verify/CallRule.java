package org.stepwright.verify;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;

/** One thing that a call of a tool is checked for. */
interface CallRule {
    /**
     * A call with what came before it.
     *
     * @param call the call, the last step of the prefix
     * @param json its arguments; empty when they are no JSON object, or too large
     * @param prefix the problem and the steps so far
     */
    record Seen(Call call, Optional<JsonNode> json, Prefix prefix) {
        /** A piece of the call as evidence if it stands there word for word, else the name. */
        String evidence(String piece) {
            return !piece.isEmpty() && call.arguments().contains(piece) ? piece : call.name();
        }
    }

    /**
     * @param seen a call
     * @return what was found; empty when it cannot be decided
     */
    List<Finding> check(Seen seen);
}
