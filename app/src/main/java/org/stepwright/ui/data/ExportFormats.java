package org.stepwright.ui.data;

import java.util.List;
import org.stepwright.storage.export.ExportOptions;
import org.stepwright.storage.export.Exporter;
import org.stepwright.storage.format.LabelFiles;
import org.stepwright.storage.format.LabelWriter;
import org.stepwright.storage.format.ParquetWriter;

/** What is known of the formats that can be written, without looking at any data. */
final class ExportFormats {
    private ExportFormats() {}

    static List<String> names() {
        return LabelFiles.writableFormats();
    }

    static List<String> losses(String format) {
        return LabelFiles.format(format).writer().map(LabelWriter::losses).orElse(List.of());
    }

    static boolean holdsSoft(String format) {
        return Exporter.softFormats().contains(format);
    }

    static boolean hasParquet(String format) {
        return ParquetWriter.formats().contains(format);
    }

    static boolean hasKit(String format) {
        return ExportOptions.of(format, java.nio.file.Path.of("unused")).kit();
    }
}
