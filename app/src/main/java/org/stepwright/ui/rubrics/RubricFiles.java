package org.stepwright.ui.rubrics;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.stepwright.app.WholeFile;
import org.stepwright.rubric.Rubric;
import org.stepwright.storage.format.RubricYaml;
import org.stepwright.ui.kit.Messages;
import org.stepwright.ui.kit.ScreenContext;
import org.stepwright.ui.kit.Tone;
import org.stepwright.work.WorkFailed;

/** Reads and writes rubrics as YAML files. */
final class RubricFiles {
    /** No rubric that people write comes near this; larger files are not read at all. */
    private static final long LARGEST = 1 << 20;

    private final ScreenContext context;
    private final RubricsViewModel model;
    private final Messages texts;
    private final RubricYaml yaml;

    RubricFiles(ScreenContext context, RubricsViewModel model, Messages texts, RubricYaml yaml) {
        this.context = context;
        this.model = model;
        this.texts = texts;
        this.yaml = yaml;
    }

    /** Asks for a YAML file and opens its rubric as a draft. */
    void read() {
        context.files().open(texts.text("import"), "*.yaml", "*.yml").stream()
                .findFirst()
                .ifPresent(
                        file ->
                                context.tasks()
                                        .query(
                                                () -> parse(file),
                                                model::create,
                                                why -> context.navigator().say(Tone.DANGER, why)));
    }

    private Rubric parse(Path file) {
        try {
            if (Files.size(file) > LARGEST) {
                throw new WorkFailed(texts.text("import.large", file.getFileName()));
            }
            return yaml.read(Files.readString(file, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new WorkFailed(texts.text("import.unreadable", file.getFileName()), e);
        }
    }

    /** Asks where and writes the draft. */
    void export() {
        Rubric rubric = model.editor().draft().get();
        if (rubric == null) {
            return;
        }
        context.files()
                .save(texts.text("export"), rubric.id() + ".yaml", "*.yaml")
                .ifPresent(
                        file ->
                                context.tasks()
                                        .query(
                                                () -> write(rubric, file),
                                                done ->
                                                        context.navigator()
                                                                .say(
                                                                        Tone.SUCCESS,
                                                                        texts.text(
                                                                                "exported", done)),
                                                why -> context.navigator().say(Tone.DANGER, why)));
    }

    private Path write(Rubric rubric, Path file) {
        // A template that was not changed keeps its own words, comments included.
        String text = context.app().templates().textOf(rubric).orElseGet(() -> yaml.write(rubric));
        WholeFile.write(file, texts.text("export.what"), out -> out.write(text));
        return file;
    }
}
