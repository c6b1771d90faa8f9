package org.stepwright.error;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.util.Collections;
import java.util.Locale;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.stepwright.work.Cancelled;
import org.stepwright.work.WorkFailed;

/**
 * Turns what was thrown into the one plain sentence that a user reads, and logs its cause once.
 * Call it where a failure is finally caught. Safe to call from any thread.
 */
public final class Failures {
    private static final Logger LOG = LoggerFactory.getLogger(Failures.class);

    // Throwables compare by identity, so this forgets each one when nobody holds it any more.
    private final Set<Throwable> logged =
            Collections.synchronizedSet(Collections.newSetFromMap(new WeakHashMap<>()));

    /**
     * @param failure what was thrown
     * @return one plain sentence; an unexpected failure's sentence carries its code
     */
    public String sentence(Throwable failure) {
        Throwable inner = unwrap(failure);
        if (isCancel(inner)) {
            return "Cancelled.";
        }
        String known = known(inner);
        if (known != null) {
            if (inner.getCause() != null) {
                log(inner);
            }
            return known;
        }
        log(inner);
        return "Something went wrong that was not expected; the log has the details under the code "
                + ErrorCode.of(inner)
                + ".";
    }

    /**
     * @param failure what was thrown
     * @return whether it only says that the user stopped the work
     */
    public static boolean isCancel(Throwable failure) {
        Throwable inner = unwrap(failure);
        return inner instanceof Cancelled || inner instanceof CancellationException;
    }

    private void log(Throwable failure) {
        if (logged.add(failure)) {
            LOG.warn("{} {}", ErrorCode.of(failure), failure.getMessage(), failure);
        }
    }

    private static Throwable unwrap(Throwable failure) {
        Throwable inner = failure;
        while (inner.getCause() != null
                && (inner instanceof CompletionException
                        || inner instanceof ExecutionException
                        || inner instanceof UncheckedIOException)) {
            inner = inner.getCause();
        }
        return inner;
    }

    private static String known(Throwable failure) {
        if (failure instanceof WorkFailed) {
            return failure.getMessage();
        }
        if (failure instanceof OutOfMemoryError) {
            return "There is not enough memory for this; close other work or start Stepwright with"
                    + " a larger -Xmx in JAVA_TOOL_OPTIONS.";
        }
        if (failure instanceof InvalidPathException) {
            return "The locale of this system cannot name one of the files; set LC_ALL=C.UTF-8 and"
                    + " try again.";
        }
        return failure instanceof IOException io ? knownIo(io) : null;
    }

    private static String knownIo(IOException failure) {
        if (failure instanceof FileSystemException file) {
            if (failure instanceof NoSuchFileException) {
                return "There is no file " + file.getFile() + "; check the path.";
            }
            if (failure instanceof AccessDeniedException) {
                return "The file "
                        + file.getFile()
                        + " may not be read or written; change its permissions or choose another.";
            }
            if (failure instanceof FileAlreadyExistsException) {
                return "The file " + file.getFile() + " is there already; choose another name.";
            }
            if (failure instanceof NotDirectoryException) {
                return "The path " + file.getFile() + " is not a folder; choose another.";
            }
        }
        String message = String.valueOf(failure.getMessage()).toLowerCase(Locale.ROOT);
        return message.contains("no space left")
                ? "The disk is full; make room and try again."
                : null;
    }
}
