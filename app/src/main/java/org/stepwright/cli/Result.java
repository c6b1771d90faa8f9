package org.stepwright.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * How a command ended.
 *
 * @param json what {@code --json} prints
 * @param code the exit code
 */
record Result(ObjectNode json, int code) {
    /**
     * @param json what {@code --json} prints
     * @return a command that is done
     */
    static Result done(ObjectNode json) {
        return new Result(json, ExitCodes.DONE);
    }

    /**
     * @param json what {@code --json} prints
     * @param rejects rows of the input that were rejected
     * @return a command that is done, with or without rejects
     */
    static Result done(ObjectNode json, Rejects rejects) {
        return new Result(json, rejects.isEmpty() ? ExitCodes.DONE : ExitCodes.REJECTS);
    }
}
