package org.stepwright.storage.export;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What an export would write.
 *
 * @param traces traces that would be written
 * @param splits traces in each part, by the part's name, in the order train, validation, test
 * @param effects what the choices do
 * @param losses what a round trip through the format loses, in whole sentences
 * @param warnings what may surprise, in whole sentences
 */
public record ExportPreview(
        long traces,
        Map<String, Long> splits,
        ExportEffects effects,
        List<String> losses,
        List<String> warnings) {
    /** Copies. */
    public ExportPreview {
        splits = Collections.unmodifiableMap(new LinkedHashMap<>(splits));
        losses = List.copyOf(losses);
        warnings = List.copyOf(warnings);
    }
}
