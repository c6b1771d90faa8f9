package org.stepwright.storage.format;

import org.stepwright.rubric.Rubric;

/**
 * Rubrics as YAML. Reading is safe: at most 1 MiB, no aliases, no tags, no duplicate or unknown
 * keys. Writing and reading again gives an equal rubric.
 */
public final class RubricYaml {
    /**
     * @param yaml the file's text
     * @return the rubric
     * @throws org.stepwright.work.WorkFailed with the line and what is wrong there
     */
    public Rubric read(String yaml) {
        throw new UnsupportedOperationException();
    }

    /**
     * @param rubric any rubric
     * @return its text
     */
    public String write(Rubric rubric) {
        throw new UnsupportedOperationException();
    }

    /**
     * @return the JSON Schema of the form, as JSON
     */
    public String schema() {
        throw new UnsupportedOperationException();
    }
}
