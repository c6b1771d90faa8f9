package org.stepwright.storage;

import org.flywaydb.core.api.logging.Log;
import org.flywaydb.core.api.logging.LogCreator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Flyway tells its progress as information; to a user of a workspace it is detail. */
public final class QuietFlyway implements LogCreator {
    /** For Flyway, which creates it by name. */
    public QuietFlyway() {}

    @Override
    public Log createLogger(Class<?> clazz) {
        return new Quiet(LoggerFactory.getLogger(clazz));
    }

    private record Quiet(Logger logger) implements Log {
        @Override
        public boolean isDebugEnabled() {
            return logger.isTraceEnabled();
        }

        @Override
        public void debug(String message) {
            logger.trace(message);
        }

        @Override
        public void info(String message) {
            logger.debug(message);
        }

        @Override
        public void warn(String message) {
            logger.debug(message);
        }

        @Override
        public void error(String message) {
            logger.debug(message);
        }

        @Override
        public void error(String message, Exception e) {
            logger.debug(message, e);
        }

        @Override
        public void notice(String message) {
            logger.debug(message);
        }
    }
}
