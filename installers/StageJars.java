import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/**
 * Copies jars into an installer's staging folder and leaves out what this system never loads: native
 * libraries of other systems, their debug symbols, and module descriptors (the application runs from
 * the class path; without descriptors jdeps can read all jars at once). Run as a single source file:
 *
 * <p>{@code java StageJars.java linux|macos|windows x64|aarch64 TARGET JAR…}
 */
final class StageJars {
    /** Where a library keeps its natives, and the folder in there for a system. */
    private record Natives(String root, Map<String, String> folders) {}

    private static final List<Natives> KNOWN =
            List.of(
                    new Natives(
                            "ai/onnxruntime/native/",
                            Map.of(
                                    "linux-x64", "linux-x64/",
                                    "linux-aarch64", "linux-aarch64/",
                                    "macos-x64", "osx-x64/",
                                    "macos-aarch64", "osx-aarch64/",
                                    "windows-x64", "win-x64/")),
                    new Natives(
                            "native/lib/",
                            Map.of(
                                    "linux-x64", "linux-x86_64/",
                                    "linux-aarch64", "linux-aarch64/",
                                    "macos-aarch64", "osx-aarch64/",
                                    "windows-x64", "win-x86_64/")),
                    new Natives(
                            "org/sqlite/native/",
                            Map.of(
                                    "linux-x64", "Linux/x86_64/",
                                    "linux-aarch64", "Linux/aarch64/",
                                    "macos-x64", "Mac/x86_64/",
                                    "macos-aarch64", "Mac/aarch64/",
                                    "windows-x64", "Windows/x86_64/",
                                    "windows-aarch64", "Windows/aarch64/")),
                    xgboost("linux"),
                    xgboost("macos"),
                    xgboost("windows"));

    /** DuckDB's libraries lie at the top of its jar, one file a system. */
    private static final String DUCKDB = "libduckdb_java.so_";

    private static final Map<String, String> DUCKDB_SYSTEMS =
            Map.of(
                    "linux-x64", "linux_amd64",
                    "linux-aarch64", "linux_arm64",
                    "macos-x64", "osx_universal",
                    "macos-aarch64", "osx_universal",
                    "windows-x64", "windows_amd64");

    private static Natives xgboost(String system) {
        return new Natives(
                "lib/" + system + "/",
                Map.of(system + "-x64", "x86_64/", system + "-aarch64", "aarch64/"));
    }

    private final String system;

    private StageJars(String system) {
        this.system = system;
    }

    public static void main(String[] args) throws IOException {
        if (args.length < 4) {
            System.err.println("usage: StageJars linux|macos|windows x64|aarch64 TARGET JAR...");
            System.exit(2);
        }
        StageJars stage = new StageJars(args[0] + "-" + args[1]);
        Path target = Files.createDirectories(Path.of(args[2]));
        for (String jar : Stream.of(args).skip(3).toList()) {
            stage.copy(Path.of(jar), target.resolve(Path.of(jar).getFileName()));
        }
    }

    private void copy(Path from, Path to) throws IOException {
        try (ZipFile jar = new ZipFile(from.toFile())) {
            if (jar.stream().allMatch(entry -> needed(entry.getName()))) {
                Files.copy(from, to, StandardCopyOption.REPLACE_EXISTING);
            } else {
                copyNeeded(jar, to);
            }
        }
    }

    private void copyNeeded(ZipFile jar, Path to) throws IOException {
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(to));
                ZipOutputStream zip = new ZipOutputStream(out)) {
            for (ZipEntry entry : Collections.list(jar.entries())) {
                if (needed(entry.getName())) {
                    ZipEntry copy = new ZipEntry(entry.getName());
                    copy.setTime(entry.getTime());
                    zip.putNextEntry(copy);
                    try (InputStream in = jar.getInputStream(entry)) {
                        in.transferTo(zip);
                    }
                    zip.closeEntry();
                }
            }
        }
    }

    private boolean needed(String name) {
        if (name.endsWith("/module-info.class") || name.equals("module-info.class")) {
            return false;
        }
        if (name.contains(".dSYM/") || name.endsWith(".pdb")) {
            return false;
        }
        if (name.startsWith(DUCKDB)) {
            return name.substring(DUCKDB.length()).equals(DUCKDB_SYSTEMS.get(system));
        }
        for (Natives natives : KNOWN) {
            if (name.startsWith(natives.root()) && name.length() > natives.root().length()) {
                String kept = natives.folders().get(system);
                String rest = name.substring(natives.root().length());
                // Files that lie beside the folders belong to all systems.
                return !rest.contains("/") || (kept != null && shares(rest, kept));
            }
        }
        return true;
    }

    private static boolean shares(String rest, String kept) {
        return rest.startsWith(kept) || kept.startsWith(rest);
    }
}
