package org.stepwright.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.stepwright.app.WholeFile;
import org.stepwright.prm.live.Connection;
import org.stepwright.prm.live.draft.Drafted;
import org.stepwright.prm.live.draft.RubricDrafter;
import org.stepwright.prm.live.draft.Spent;
import org.stepwright.rubric.LintFinding;
import org.stepwright.rubric.Rubric;
import org.stepwright.rubric.RubricLint;
import org.stepwright.storage.format.RubricYaml;
import org.stepwright.verify.VerifierCatalog;
import org.stepwright.work.WorkFailed;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Lets a live model draft a rubric from a description of the work. */
@Command(
        name = "draft",
        description = "Lets a live model draft a rubric from a description or a policy.")
final class RubricDraftCommand extends RubricCommand {
    private static final String STANDARD_INPUT = "-";
    private static final int LARGEST = 4 << 20;

    @Option(names = "--connection", paramLabel = "C", description = Connections.HELP)
    private String connection;

    @Option(
            names = "--from",
            paramLabel = "FILE",
            description = "A text that describes the work, or - for standard input.")
    private String from;

    @Option(
            names = "--improve",
            paramLabel = "RUBRIC",
            description = "A rubric to improve: " + RubricSource.HELP)
    private String improve;

    @Option(
            names = "--out",
            required = true,
            paramLabel = "FILE",
            description = "The YAML file for the draft.")
    private Path out;

    RubricDraftCommand(CliContext context) {
        super(context);
    }

    @Override
    Result work(Job job) {
        if (connection == null) {
            throw wrongUsage(Connections.missing(context().app()));
        }
        if (from == null && improve == null) {
            throw wrongUsage("Say what to draft from with --from FILE, or what to --improve.");
        }
        boolean reads = from != null && !from.equals(STANDARD_INPUT);
        Outputs.checkReplaced(this, "--out", out, reads ? Path.of(from) : null);
        Connection asked = Connections.find(context().app(), connection);
        Rubric current = improve == null ? null : withSource(s -> s.find(improve));
        VerifierCatalog catalog = verifiers();
        Drafted drafted =
                new RubricDrafter(context().app().live())
                        .draft(
                                asked,
                                description(),
                                current,
                                List.copyOf(catalog.kinds()),
                                job.progress());
        write(drafted.rubric());
        List<LintFinding> findings = RubricLint.check(drafted.rubric(), catalog::problem);
        say(drafted, findings, job);
        return Result.done(json(drafted, findings));
    }

    private String description() {
        if (from == null) {
            return "";
        }
        boolean standard = from.equals(STANDARD_INPUT);
        try (InputStream in = standard ? System.in : Files.newInputStream(Path.of(from))) {
            byte[] bytes = in.readNBytes(LARGEST + 1);
            if (bytes.length > LARGEST) {
                throw new WorkFailed("The description is larger than 4 MiB; shorten it.");
            }
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException e) {
            throw new WorkFailed("The description is not text in UTF-8; choose another file.", e);
        } catch (IOException e) {
            throw new WorkFailed(
                    "The description " + from + " cannot be read; check that it is there.", e);
        }
    }

    private void write(Rubric rubric) {
        String yaml = new RubricYaml().write(rubric);
        if (!new RubricYaml().read(yaml).equals(rubric)) {
            throw new WorkFailed(
                    "The draft cannot be written as YAML without a loss, so nothing was written;"
                            + " try again.");
        }
        WholeFile.write(out, "The draft", to -> to.write(yaml));
    }

    private void say(Drafted drafted, List<LintFinding> findings, Job job) {
        Rubric rubric = drafted.rubric();
        if (drafted.spent().recorded()) {
            job.say("This draft comes from a recorded answer, replayed from a file.");
        }
        job.print(
                "Drafted "
                        + rubric.id()
                        + " with "
                        + Text.count(rubric.stages().size(), "stage")
                        + " and "
                        + (rubric.criteria().size() == 1
                                ? "1 criterion"
                                : rubric.criteria().size() + " criteria")
                        + " to "
                        + out
                        + ".");
        drafted.notes().forEach(note -> job.print("  " + note));
        findings.forEach(f -> job.print("  " + f.where() + ": " + f.message()));
        job.print(cost(drafted.spent()));
    }

    private static String cost(Spent spent) {
        String time = Text.number(spent.millis() / 1000.0, 1) + " s";
        return spent.inputTokens() < 0 || spent.outputTokens() < 0
                ? "Took " + time + "; the server counted no tokens."
                : "Took "
                        + time
                        + ", "
                        + Text.count(spent.inputTokens(), "token")
                        + " in and "
                        + Text.count(spent.outputTokens(), "token")
                        + " out.";
    }

    private ObjectNode json(Drafted drafted, List<LintFinding> findings) {
        Rubric rubric = drafted.rubric();
        Spent spent = drafted.spent();
        ObjectNode json =
                Json.object()
                        .put("id", rubric.id())
                        .put("title", rubric.title())
                        .put("file", out.toString())
                        .put("stages", rubric.stages().size())
                        .put("criteria", rubric.criteria().size());
        json.set("notes", Json.array(drafted.notes()));
        ArrayNode rows = json.putArray("findings");
        for (LintFinding finding : findings) {
            rows.addObject()
                    .put("rule", finding.rule())
                    .put("where", finding.where())
                    .put("message", finding.message());
        }
        json.put("connection", connection)
                .put("recorded", spent.recorded())
                .put("structured", spent.structured())
                .put("answers", spent.answers());
        tokens(json, "input_tokens", spent.inputTokens());
        tokens(json, "output_tokens", spent.outputTokens());
        return json.put("seconds", spent.millis() / 1000.0);
    }

    private static void tokens(ObjectNode json, String name, long count) {
        if (count < 0) {
            json.putNull(name);
        } else {
            json.put(name, count);
        }
    }
}
