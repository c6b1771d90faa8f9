package org.stepwright.ui;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import javafx.scene.input.KeyCode;
import org.stepwright.label.StepLabel;
import org.stepwright.label.Verdict;
import org.stepwright.storage.CheckReport;
import org.stepwright.storage.TraceState;
import org.stepwright.storage.Workspace;
import org.stepwright.storage.format.Importer;
import org.stepwright.ui.label.LabelProbe;
import org.stepwright.work.Progress;

/**
 * Labels every trace of a ProcessBench file in the real window, by key events alone, from the
 * file's own labels; then looks into the workspace whether all of it is there. Prints how long a
 * key takes until its label is on disk, until the frame that shows it is laid out, and until the
 * frame after that one begins, by when the first is painted.
 */
public final class LabelSession {
    private static final int PATIENCE_SECONDS = 30;
    private static final String ANNOTATOR = "ana";

    private final TestWindow window;
    private final Map<String, Integer> gold;
    private final Map<String, Integer> steps;
    private final int pause;
    private final Semaphore saves = new Semaphore(0);
    private final KeyTimes times = new KeyTimes();
    private LabelProbe probe;

    private LabelSession(
            TestWindow window, Map<String, Integer> gold, Map<String, Integer> steps, int pause) {
        this.window = window;
        this.gold = gold;
        this.steps = steps;
        this.pause = pause;
    }

    /**
     * @param args a ProcessBench file; a folder for the workspace; how many further traces of ten
     *     steps stand behind those of the file (0 if absent); milliseconds between a save and the
     *     next key (0 if absent: as fast as saves come back)
     */
    public static void main(String[] args) throws Exception {
        Path file = Path.of(args[0]);
        Path folder =
                args.length > 1 ? Path.of(args[1]) : Files.createTempDirectory("label-session");
        int further = args.length > 2 ? Integer.parseInt(args[2]) : 0;
        int pause = args.length > 3 ? Integer.parseInt(args[3]) : 0;
        Path workspace = folder.resolve("session.stepwright");
        if (!Files.exists(workspace)) {
            try (Workspace w = Workspace.create(workspace)) {
                new Importer(w).run(List.of(file), "processbench", Progress.NONE);
                FurtherTraces.add(w, further);
            }
        }
        Map<String, Integer> gold = new LinkedHashMap<>();
        Map<String, Integer> steps = new LinkedHashMap<>();
        for (JsonNode row : new ObjectMapper().readTree(file.toFile())) {
            gold.put(row.get("id").asText(), row.get("label").asInt());
            steps.put(row.get("id").asText(), row.get("steps").size());
        }
        boolean right;
        try (TestWindow window =
                TestWindow.open(folder.resolve("config"), workspace, "light", 1280, 800)) {
            new LabelSession(window, gold, steps, pause).run();
        }
        right = verify(workspace, gold, steps);
        System.exit(right ? 0 : 1);
    }

    private void run() throws InterruptedException {
        int number = window.fx(() -> window.shell().reachable().indexOf("label")) + 1;
        window.keys(KeyCode.CONTROL, KeyCode.valueOf("DIGIT" + number));
        window.until("Label is shown", () -> window.shell().current().id().equals("label"));
        probe = window.fx(() -> new LabelProbe(window.shell().current()));
        window.fx(
                () -> {
                    probe.onSave(saves::release);
                    probe.onDisk(times::onDisk);
                    times.watch(window.stage().getScene());
                    return null;
                });
        window.until("a trace is open", () -> probe.traceId() != null && probe.step() >= 0);
        long start = System.nanoTime();
        for (int i = 0; i < gold.size(); i++) {
            labelOne();
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        System.out.printf(
                Locale.ROOT,
                "%d traces, %d keys in %.1f s, %d ms between a save and the next key%n",
                gold.size(),
                times.keys(),
                seconds,
                pause);
        times.report();
    }

    private void labelOne() throws InterruptedException {
        String id = window.fx(probe::traceId);
        int error = gold.get(id);
        int right = error < 0 ? steps.get(id) : error;
        for (int i = 0; i < right; i++) {
            press(KeyCode.DIGIT3);
        }
        if (error >= 0) {
            press(KeyCode.E);
        }
        press(KeyCode.ENTER);
    }

    /** Presses a key and waits until what it did is on disk and seen. */
    private void press(KeyCode key) throws InterruptedException {
        times.begin(key.name());
        window.keys(key);
        if (!saves.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            throw new AssertionError("The key " + key + " saved nothing.");
        }
        times.end(PATIENCE_SECONDS);
        if (pause > 0) {
            Thread.sleep(pause);
        }
    }

    private static boolean verify(Path file, Map<String, Integer> gold, Map<String, Integer> steps)
            throws IOException {
        int wrong = 0;
        try (Workspace w = Workspace.open(file)) {
            for (String id : gold.keySet()) {
                if (!expected(gold.get(id), steps.get(id)).equals(stored(w, id))
                        || w.labels().state(id, ANNOTATOR) != TraceState.SUBMITTED) {
                    System.out.println("Not as typed: " + id + " " + stored(w, id));
                    wrong++;
                }
            }
            CheckReport check = w.check();
            System.out.println(
                    (gold.size() - wrong)
                            + " of "
                            + gold.size()
                            + " traces in the workspace as typed; check "
                            + (check.ok() ? "ok" : check.problems())
                            + ", "
                            + check.events()
                            + " events");
            return wrong == 0 && check.ok();
        }
    }

    private static List<Verdict> expected(int error, int steps) {
        List<Verdict> verdicts = new ArrayList<>();
        for (int i = 0; i < (error < 0 ? steps : error + 1); i++) {
            verdicts.add(i == error ? Verdict.WRONG : Verdict.CORRECT);
        }
        return verdicts;
    }

    private static List<Verdict> stored(Workspace w, String id) {
        return w.labels().of(id, ANNOTATOR).stream()
                .sorted(java.util.Comparator.comparingInt(StepLabel::step))
                .map(StepLabel::verdict)
                .toList();
    }
}
