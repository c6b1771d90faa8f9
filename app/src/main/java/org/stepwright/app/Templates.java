package org.stepwright.app;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.stepwright.work.WorkFailed;

/** The rubric templates that come with Stepwright. Immutable. */
public final class Templates {
    private static final String FOLDER = "/org/stepwright/assets/templates/";

    /**
     * @return the names of the templates, in the order in which they are shown
     */
    public List<String> names() {
        return resource("index.txt")
                .lines()
                .map(String::strip)
                .filter(l -> !l.isEmpty() && !l.startsWith("#"))
                .map(l -> l.endsWith(".yaml") ? l.substring(0, l.length() - ".yaml".length()) : l)
                .toList();
    }

    /**
     * @param name a template's name
     * @return its YAML
     * @throws WorkFailed when there is no such template; names those that are there
     */
    public String yaml(String name) {
        List<String> names = names();
        if (!names.contains(name)) {
            throw new WorkFailed(
                    "There is no template "
                            + name
                            + "; choose one of "
                            + String.join(", ", names)
                            + ".");
        }
        return resource(name + ".yaml");
    }

    private static String resource(String file) {
        try (InputStream in = Templates.class.getResourceAsStream(FOLDER + file)) {
            if (in == null) {
                throw new IllegalStateException("This build lacks " + FOLDER + file + ".");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
