package org.stepwright.app;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.stepwright.rubric.Criterion;
import org.stepwright.rubric.Rubric;
import org.stepwright.rubric.VerifierSpec;
import org.stepwright.storage.format.RubricYaml;
import org.stepwright.work.WorkFailed;

/**
 * The rubric templates that come with Stepwright, and the sample traces of each. Immutable; reads
 * the program's own resources, so calls are short but not free: keep them off the UI thread.
 */
public final class Templates {
    private static final String ASSETS = "/org/stepwright/assets/";
    private static final String FOLDER = ASSETS + "templates/";
    private static final String SAMPLES = ASSETS + "samples/templates/";

    /** One line of the index. */
    private record Entry(String name, String category, String summary) {}

    /**
     * @return the names of the templates, in the order in which they are shown
     */
    public List<String> names() {
        return index().stream().map(Entry::name).toList();
    }

    /**
     * @return what a gallery shows of each, in the order in which they are shown; templates of one
     *     category follow each other
     */
    public List<TemplateInfo> infos() {
        RubricYaml reader = new RubricYaml();
        return index().stream()
                .map(entry -> info(entry, reader.read(resource(FOLDER, entry.name() + ".yaml"))))
                .toList();
    }

    private static TemplateInfo info(Entry entry, Rubric rubric) {
        List<String> verifiers =
                rubric.criteria().stream()
                        .map(Criterion::automatic)
                        .flatMap(Optional::stream)
                        .map(VerifierSpec::name)
                        .distinct()
                        .toList();
        return new TemplateInfo(
                entry.name(),
                rubric.title(),
                entry.category(),
                entry.summary(),
                rubric.stages().size(),
                rubric.criteria().size(),
                verifiers);
    }

    /**
     * @param name a template's name
     * @return its YAML as it was written, comments included
     * @throws WorkFailed when there is no such template; names those that are there
     */
    public String yaml(String name) {
        requireKnown(name);
        return resource(FOLDER, name + ".yaml");
    }

    /**
     * @param rubric any rubric
     * @return the text of the template that has exactly its content, comments included; empty when
     *     it is none of the templates or was changed
     */
    public Optional<String> textOf(Rubric rubric) {
        if (!names().contains(rubric.id())) {
            return Optional.empty();
        }
        String text = yaml(rubric.id());
        return Optional.of(text).filter(t -> new RubricYaml().read(t).equals(rubric));
    }

    /**
     * @param name a template's name
     * @return whether it has sample traces
     * @throws WorkFailed when there is no such template
     */
    public boolean hasSamples(String name) {
        requireKnown(name);
        return Templates.class.getResource(SAMPLES + name + ".jsonl") != null;
    }

    /**
     * @param name a template's name
     * @return its synthetic sample traces, generic JSON lines in UTF-8, labelled; the caller closes
     *     it
     * @throws WorkFailed when there is no such template or it has no samples
     */
    public InputStream samples(String name) {
        requireKnown(name);
        InputStream in = Templates.class.getResourceAsStream(SAMPLES + name + ".jsonl");
        if (in == null) {
            throw new WorkFailed(
                    "The template "
                            + name
                            + " has no sample traces; import traces of your own to try it on.");
        }
        return in;
    }

    /**
     * Writes the sample traces of a template to a file that can be imported.
     *
     * @param name a template's name
     * @param folder where to; is there
     * @return the file, {@code NAME.jsonl}
     * @throws WorkFailed when there are none, or the file cannot be written
     */
    public Path copySamples(String name, Path folder) {
        try (InputStream in = samples(name)) {
            Path file = folder.resolve(name + ".jsonl");
            Files.write(file, in.readAllBytes());
            return file;
        } catch (IOException e) {
            throw new WorkFailed(
                    "The sample traces could not be written to "
                            + folder
                            + "; choose a folder where you may.",
                    e);
        }
    }

    private void requireKnown(String name) {
        List<String> names = names();
        if (!names.contains(name)) {
            throw new WorkFailed(
                    "There is no template "
                            + name
                            + "; choose one of "
                            + String.join(", ", names)
                            + ".");
        }
    }

    private static List<Entry> index() {
        try {
            List<Entry> entries = new ArrayList<>();
            for (JsonNode group : new YAMLMapper().readTree(resource(FOLDER, "index.yaml"))) {
                String category = group.required("category").textValue();
                for (JsonNode item : group.required("templates")) {
                    entries.add(
                            new Entry(
                                    item.required("name").textValue(),
                                    category,
                                    item.required("summary").textValue()));
                }
            }
            return List.copyOf(entries);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String resource(String folder, String file) {
        try (InputStream in = Templates.class.getResourceAsStream(folder + file)) {
            if (in == null) {
                throw new IllegalStateException("This build lacks " + folder + file + ".");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
