package org.stepwright.storage.export;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.stepwright.storage.format.LabelWriter;
import org.stepwright.storage.format.Names;
import org.stepwright.trace.Part;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.Yaml;

/**
 * The YAML front matter of a dataset card, as dataset hubs and the {@code datasets} library read
 * it.
 */
record CardHeader(
        ExportOptions options,
        LabelWriter writer,
        ExportStats stats,
        ExportPlan plan,
        String title) {
    /**
     * @param files the files written, by part
     */
    String text(Map<Part, Path> files) throws IOException {
        Map<String, Object> front = new LinkedHashMap<>();
        front.put("license", options.licence());
        front.put("pretty_name", title);
        front.put("task_categories", List.of("text-classification"));
        front.put("tags", List.of("process-reward-model", "step-labels", "stepwright"));
        front.put("size_categories", List.of(size(stats.all().traces)));
        List<Map<String, Object>> dataFiles = new ArrayList<>();
        files.forEach(
                (part, file) -> {
                    Map<String, Object> entry = new LinkedHashMap<>();
                    entry.put("split", Names.of(part));
                    entry.put("path", file.getFileName().toString());
                    dataFiles.add(entry);
                });
        Map<String, Object> config = new LinkedHashMap<>();
        config.put("config_name", "default");
        config.put("data_files", dataFiles);
        front.put("configs", List.of(config));
        front.put("dataset_info", info(files));
        DumperOptions style = new DumperOptions();
        style.setDefaultFlowStyle(DumperOptions.FlowStyle.BLOCK);
        style.setNonPrintableStyle(DumperOptions.NonPrintableStyle.ESCAPE);
        style.setLineBreak(DumperOptions.LineBreak.UNIX);
        return new Yaml(style).dump(front);
    }

    /** What hubs check a file against: its columns, where they can be promised, and its rows. */
    private Map<String, Object> info(Map<Part, Path> files) throws IOException {
        Map<String, Object> info = new LinkedHashMap<>();
        List<Map<String, Object>> features = new ArrayList<>();
        writer.features()
                .forEach(
                        (name, type) -> {
                            Map<String, Object> feature = new LinkedHashMap<>();
                            feature.put("name", name);
                            boolean list = type.startsWith("sequence:");
                            feature.put(
                                    list ? "sequence" : "dtype",
                                    list ? type.substring("sequence:".length()) : type);
                            features.add(feature);
                        });
        if (!features.isEmpty()) {
            for (String column : plan.moreColumns()) {
                Map<String, Object> feature = new LinkedHashMap<>();
                feature.put("name", column);
                feature.put("dtype", "string");
                features.add(feature);
            }
            info.put("features", features);
        }
        List<Map<String, Object>> splits = new ArrayList<>();
        long bytes = 0;
        for (Map.Entry<Part, Path> file : files.entrySet()) {
            Map<String, Object> entry = new LinkedHashMap<>();
            long size = Files.size(file.getValue());
            entry.put("name", Names.of(file.getKey()));
            // Without a number of bytes the library ignores the whole entry.
            entry.put("num_bytes", size);
            entry.put("num_examples", stats.parts.get(file.getKey()).rows);
            splits.add(entry);
            bytes += size;
        }
        info.put("splits", splits);
        info.put("download_size", bytes);
        info.put("dataset_size", bytes);
        return info;
    }

    /** The hubs' own words for sizes. */
    static String size(long rows) {
        if (rows < 1_000) {
            return "n<1K";
        }
        if (rows < 10_000) {
            return "1K<n<10K";
        }
        if (rows < 100_000) {
            return "10K<n<100K";
        }
        return rows < 1_000_000 ? "100K<n<1M" : "1M<n<10M";
    }
}
