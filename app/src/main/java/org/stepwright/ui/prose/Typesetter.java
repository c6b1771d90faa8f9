package org.stepwright.ui.prose;

import java.awt.Insets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.scilab.forge.jlatexmath.TeXConstants;
import org.scilab.forge.jlatexmath.TeXFormula;
import org.scilab.forge.jlatexmath.TeXIcon;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Turns LaTeX into outlines with JLaTeXMath and keeps them. The first formula takes most of a
 * second, as fonts are read then; one of the later ones a fraction of a millisecond. Safe to call
 * from any thread.
 */
final class Typesetter {
    private static final Logger LOG = LoggerFactory.getLogger(Typesetter.class);
    private static final int KEPT = 4_000;
    private static final int LONGEST_PATH = 400_000;
    private static final double WIDEST = 60 * FormulaShape.EM;
    private static final double TALLEST = 80 * FormulaShape.EM;
    private static final int IDLE_SECONDS = 5;

    /** The library keeps fonts and macros in statics that are not made for several threads. */
    private static final ReentrantLock LIBRARY = new ReentrantLock();

    private record Key(String latex, boolean display) {}

    private final Map<Key, FormulaShape> known = new LinkedHashMap<>(64, 0.75f, true);
    private final ThreadPoolExecutor worker =
            new ThreadPoolExecutor(
                    1,
                    1,
                    IDLE_SECONDS,
                    TimeUnit.SECONDS,
                    new LinkedBlockingQueue<>(),
                    task -> {
                        Thread thread = new Thread(task, "formulas");
                        thread.setDaemon(true);
                        return thread;
                    });
    private volatile boolean warm;

    Typesetter() {
        worker.allowCoreThreadTimeOut(true); // nobody has to close this
    }

    /** Reads the fonts in the background. */
    void warmUp() {
        later(new Formula("x", false, "x"), shape -> {});
    }

    /** Whether the fonts are read, so that a formula is quick. */
    boolean warm() {
        return warm;
    }

    /**
     * The outline if it is there already: {@link FormulaShape#NONE} if there can be none; or null.
     */
    FormulaShape known(Formula formula) {
        synchronized (known) {
            return known.get(new Key(formula.latex(), formula.display()));
        }
    }

    /** The outline, made now if the library is free; else null. Never waits. */
    FormulaShape now(Formula formula) {
        FormulaShape there = known(formula);
        if (there != null || !warm || !LIBRARY.tryLock()) {
            return there;
        }
        try {
            return keep(formula);
        } finally {
            LIBRARY.unlock();
        }
    }

    /** Makes the outline in the background. {@code done} hears it on that thread. */
    void later(Formula formula, Consumer<FormulaShape> done) {
        worker.execute(
                () -> {
                    FormulaShape there = known(formula);
                    if (there == null) {
                        LIBRARY.lock();
                        try {
                            there = keep(formula);
                            warm = true;
                        } finally {
                            LIBRARY.unlock();
                        }
                    }
                    done.accept(there);
                });
    }

    private FormulaShape keep(Formula formula) {
        FormulaShape made =
                LatexGuard.pass(formula.latex())
                        .map(latex -> typeset(latex, formula.display()))
                        .orElse(FormulaShape.NONE);
        synchronized (known) {
            known.put(new Key(formula.latex(), formula.display()), made);
            if (known.size() > KEPT) {
                known.remove(known.keySet().iterator().next());
            }
        }
        return made;
    }

    private static FormulaShape typeset(String latex, boolean display) {
        try {
            TeXIcon icon =
                    new TeXFormula(latex)
                            .createTeXIcon(
                                    display ? TeXConstants.STYLE_DISPLAY : TeXConstants.STYLE_TEXT,
                                    (float) FormulaShape.EM);
            // Without its margins, which its true width and height leave out.
            icon.setInsets(new Insets(0, 0, 0, 0), true);
            double width = icon.getTrueIconWidth();
            double height = icon.getTrueIconHeight();
            if (!(width > 0 && width < WIDEST && height > 0 && height < TALLEST)) {
                return FormulaShape.NONE;
            }
            OutlineGraphics outline = new OutlineGraphics();
            icon.paintIcon(null, outline, 0, 0);
            String path = outline.svgPath(LONGEST_PATH);
            return path.isEmpty()
                    ? FormulaShape.NONE
                    : new FormulaShape(path, width, height, icon.getTrueIconDepth());
        } catch (RuntimeException | StackOverflowError | LinkageError | InternalError e) {
            // Broken LaTeX, or a system without fonts: the text stands as it was written.
            LOG.debug("A formula stays as it was written: {}", e.toString());
            return FormulaShape.NONE;
        }
    }
}
