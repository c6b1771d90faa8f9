package org.stepwright.prm.live.draft;

import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.function.LongSupplier;
import org.stepwright.prm.live.LiveAnswer;
import org.stepwright.prm.live.LiveAnswer.Ending;
import org.stepwright.prm.live.LiveCall;
import org.stepwright.prm.live.LiveModel;
import org.stepwright.prm.live.LiveRequest;
import org.stepwright.prm.live.TextListener;
import org.stepwright.work.Cancelled;
import org.stepwright.work.Progress;
import org.stepwright.work.WorkFailed;

/**
 * Asks a model and waits for what can be read out of its answer. Blocks; tells how far the answer
 * is and hears a cancel several times a second.
 */
final class Asking {
    private static final int LOOK_MILLIS = 100;
    private static final long LONGEST_NANOS = TimeUnit.HOURS.toNanos(1);

    private final LiveModel model;
    private final Progress progress;
    private final LongSupplier nanoTime;
    private final String name;
    private final String unchanged;
    private Spent spent = Spent.NOTHING;

    /**
     * @param model who answers
     * @param wanted what is wanted, such as {@code rubric}, for sentences
     * @param progress hears how far it is
     * @param nanoTime the time
     */
    Asking(LiveModel model, String wanted, Progress progress, LongSupplier nanoTime) {
        this.model = model;
        this.progress = progress;
        this.nanoTime = nanoTime;
        this.name = "\"" + model.connection().name() + "\"";
        this.unchanged = "No " + wanted + " was drafted and nothing was changed";
    }

    /**
     * @param drafted a whole draft as text, read out of an answer
     * @throws WorkFailed when the key stands in it, for an answer can write it in a roundabout way
     */
    void requireNoKey(String drafted) {
        withoutKey(drafted);
    }

    /** What it has taken so far. */
    Spent spent() {
        return spent;
    }

    /**
     * Asks, and once more when the answer cannot be used; a recording has no other answer.
     *
     * @param request what is asked
     * @param read reads an answer's text; throws {@link NotUsable}
     * @throws WorkFailed when there is no usable answer
     * @throws Cancelled when the user stopped it
     */
    <T> T until(LiveRequest request, Function<String, T> read) {
        try {
            return read.apply(text(request));
        } catch (NotUsable first) {
            if (model.recorded()) {
                throw notUsable("", first);
            }
            try {
                return read.apply(text(DraftPrompt.again(request, first.getMessage())));
            } catch (NotUsable second) {
                throw notUsable(" twice", second);
            }
        }
    }

    private WorkFailed notUsable(String times, NotUsable why) {
        return new WorkFailed(
                unchanged
                        + ": the answer of "
                        + name
                        + " could not be used"
                        + times
                        + " ("
                        + why.getMessage()
                        + "); try again or choose another model.",
                why);
    }

    private String text(LiveRequest request) {
        progress.checkCancelled();
        Heard heard = new Heard();
        LiveCall<LiveAnswer> call = model.stream(request, heard);
        try {
            LiveAnswer answer = await(call.result(), heard);
            spent = spent.and(answer, !heard.formRefused && !model.recorded());
            return checked(answer);
        } finally {
            call.cancel(); // harmless when it has ended
        }
    }

    private LiveAnswer await(CompletableFuture<LiveAnswer> result, Heard heard) {
        long start = nanoTime.getAsLong();
        while (true) {
            try {
                return result.get(LOOK_MILLIS, TimeUnit.MILLISECONDS);
            } catch (TimeoutException e) {
                look(heard, nanoTime.getAsLong() - start);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new Cancelled();
            } catch (ExecutionException e) {
                throw new WorkFailed(unchanged + ": the answer of " + name + " was lost.", e);
            }
        }
    }

    private void look(Heard heard, long nanos) {
        progress.checkCancelled();
        if (heard.characters.get() > DraftLimits.ANSWER) {
            throw tooLong();
        }
        if (nanos > LONGEST_NANOS) {
            throw new WorkFailed(
                    unchanged
                            + ": "
                            + name
                            + " was not done after an hour; choose a faster model or a shorter"
                            + " description.");
        }
        long seconds = TimeUnit.NANOSECONDS.toSeconds(nanos);
        long written = heard.text.get();
        progress.report(
                heard.characters.get(),
                -1,
                written > 0
                        ? String.format(
                                Locale.ROOT, "Received %,d characters, %d s", written, seconds)
                        : heard.characters.get() > 0
                                ? "The model is thinking, " + seconds + " s"
                                : "Waiting for the model, " + seconds + " s");
    }

    private String checked(LiveAnswer answer) {
        if (answer.ending() == Ending.CANCELLED) {
            throw new Cancelled();
        }
        if (answer.text().length() > DraftLimits.ANSWER) {
            throw tooLong();
        }
        if (answer.ending() == Ending.BROKEN) {
            // Half a rubric is of no use, so here nothing that had arrived is kept.
            String why = answer.trouble().replace("; what had arrived is kept.", ".");
            throw new WorkFailed(unchanged + ": " + why);
        }
        return withoutKey(answer.text());
    }

    /** Passes on what may be kept: a text without the key. */
    private String withoutKey(String text) {
        if (model.repeatsKey(text)) {
            throw new WorkFailed(
                    unchanged
                            + ": the answer of "
                            + name
                            + " repeats the key; check whom the base URL leads to and replace the"
                            + " key.");
        }
        return text;
    }

    private WorkFailed tooLong() {
        return new WorkFailed(
                unchanged
                        + ": "
                        + name
                        + " sent far more than was asked for; choose another model.");
    }

    /** Counts what arrives. */
    private static final class Heard implements TextListener {
        private volatile boolean formRefused;
        private final AtomicLong text = new AtomicLong();
        private final AtomicLong characters = new AtomicLong();

        @Override
        public void onText(String chunk) {
            text.addAndGet(chunk.length());
            characters.addAndGet(chunk.length());
        }

        @Override
        public void onReasoning(String chunk) {
            characters.addAndGet(chunk.length());
        }

        @Override
        public void onFormRefused() {
            formRefused = true;
        }
    }
}
