package org.stepwright.storage.export;

import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What an export came to.
 *
 * @param traces traces written
 * @param steps steps written
 * @param labels step labels written
 * @param splits traces in each part, by the part's name, in the order train, validation, test
 * @param files the files written
 * @param warnings what was left out or may surprise, in whole sentences
 * @param effects what the choices did
 */
public record ExportReport(
        long traces,
        long steps,
        long labels,
        Map<String, Long> splits,
        List<Path> files,
        List<String> warnings,
        ExportEffects effects) {
    /** Copies. */
    public ExportReport {
        splits = Collections.unmodifiableMap(new LinkedHashMap<>(splits));
        files = List.copyOf(files);
        warnings = List.copyOf(warnings);
    }
}
