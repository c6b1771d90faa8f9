package org.stepwright.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.stepwright.app.Templates;
import org.stepwright.rubric.Rubric;
import org.stepwright.rubric.RubricVersion;
import org.stepwright.storage.Workspace;
import org.stepwright.storage.format.RubricYaml;
import org.stepwright.work.WorkFailed;

/**
 * Finds the rubric that a command names: {@code template:NAME}, a YAML file, or in a workspace
 * {@code ID} (the draft, else the latest version) or {@code ID@NUMBER}.
 */
final class RubricSource {
    static final String HELP =
            "ID (draft, else latest version), ID@NUMBER, a YAML file, or template:NAME";

    private static final String TEMPLATE = "template:";
    private static final int LARGEST = 1 << 20;

    private final Templates templates;
    private final Workspace workspace;

    /**
     * @param templates templates by name
     * @param workspace the workspace, or null when the command names none
     */
    RubricSource(Templates templates, Workspace workspace) {
        this.templates = templates;
        this.workspace = workspace;
    }

    Rubric find(String name) {
        if (name.startsWith(TEMPLATE)) {
            return read(templates.yaml(name.substring(TEMPLATE.length())));
        }
        if (workspace != null) {
            Rubric known = inWorkspace(name);
            if (known != null) {
                return known;
            }
        }
        Optional<Path> file = file(name);
        if (file.isPresent()) {
            return read(text(file.get()));
        }
        throw new WorkFailed(
                workspace == null
                        ? "There is no file "
                                + name
                                + "; name a YAML file, template:NAME, or a workspace with"
                                + " --workspace."
                        : "There is no rubric and no file "
                                + name
                                + "; stepwright rubric list shows the rubrics of a workspace.");
    }

    /**
     * @param name what a command names
     * @return its YAML: a template's own text, comments included, also where a draft, a version or
     *     a file has exactly a template's content; else written anew
     */
    String yaml(String name) {
        if (name.startsWith(TEMPLATE)) {
            return templates.yaml(name.substring(TEMPLATE.length()));
        }
        Rubric rubric = find(name);
        return templates.textOf(rubric).orElseGet(() -> new RubricYaml().write(rubric));
    }

    private Rubric inWorkspace(String name) {
        if (name.contains("@")) {
            return workspace.rubrics().version(name).map(RubricVersion::rubric).orElse(null);
        }
        return workspace
                .rubrics()
                .draft(name)
                .orElseGet(
                        () -> {
                            var versions = workspace.rubrics().versions(name);
                            return versions.isEmpty()
                                    ? null
                                    : versions.get(versions.size() - 1).rubric();
                        });
    }

    private static Rubric read(String yaml) {
        return new RubricYaml().read(yaml);
    }

    static boolean isFile(String name) {
        return file(name).isPresent();
    }

    /** The file of that name, if there is one. */
    static Optional<Path> file(String name) {
        try {
            return Optional.of(Path.of(name)).filter(Files::isRegularFile);
        } catch (java.nio.file.InvalidPathException e) {
            return Optional.empty();
        }
    }

    private static String text(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(LARGEST + 1);
            if (bytes.length > LARGEST) {
                throw new WorkFailed(
                        "The file " + file + " is larger than 1 MiB; a rubric never is.");
            }
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException e) {
            throw new WorkFailed(
                    "The file " + file + " is not in UTF-8; save it in that encoding.", e);
        } catch (IOException e) {
            throw new WorkFailed("The file " + file + " cannot be read; check its permissions.", e);
        }
    }
}
