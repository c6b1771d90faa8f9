package org.stepwright.storage.format;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.stepwright.rubric.Rubric;

/**
 * Rubrics as YAML. Reading is safe: at most 1 MiB, no aliases, no tags, no duplicate or unknown
 * keys. Writing and reading again gives an equal rubric. The form is described by {@code
 * rubric.schema.json} beside this class.
 */
public final class RubricYaml {
    private static final String SCHEMA = "rubric.schema.json";

    /** Creates the reader and writer; it holds no state and is safe for many threads. */
    public RubricYaml() {}

    /**
     * @param yaml the file's text
     * @return the rubric
     * @throws org.stepwright.work.WorkFailed with the line and what is wrong there
     */
    public Rubric read(String yaml) {
        return new RubricYamlReader().read(YamlNode.parse(yaml));
    }

    /**
     * @param rubric any rubric
     * @return its text; keys at their defaults are left out
     */
    public String write(Rubric rubric) {
        return RubricYamlWriter.write(rubric);
    }

    /**
     * @return the JSON Schema of the form, as JSON
     */
    public String schema() {
        try (InputStream in = RubricYaml.class.getResourceAsStream(SCHEMA)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException("The schema is part of this module.", e);
        }
    }
}
