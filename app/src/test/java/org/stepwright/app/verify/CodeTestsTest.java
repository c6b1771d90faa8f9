package org.stepwright.app.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stepwright.rubric.VerifierSpec;
import org.stepwright.trace.Step;
import org.stepwright.trace.StepKind;
import org.stepwright.verify.Finding;
import org.stepwright.verify.Prefix;
import org.stepwright.verify.VerifierCatalog;
import org.stepwright.work.WorkFailed;

/** Runs real code with the shell, which is always there, and with Python where it is. */
class CodeTestsTest {
    private static final String SH = "sh {file}";

    @TempDir Path folder;
    private List<Path> before;

    @BeforeEach
    void temporaryFolders() throws IOException {
        before = leftOvers();
    }

    @AfterEach
    void nothingStays() throws IOException {
        assertThat(leftOvers()).isEqualTo(before);
    }

    private static List<Path> leftOvers() throws IOException {
        try (Stream<Path> files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            return files.filter(f -> f.getFileName().toString().startsWith("stepwright-code"))
                    .sorted()
                    .toList();
        }
    }

    private static VerifierSpec spec(String language, String tests, String... options) {
        Map<String, String> all = new TreeMap<>();
        all.put("language", language);
        all.put("tests", tests);
        for (int i = 0; i < options.length; i += 2) {
            all.put(options[i], options[i + 1]);
        }
        return new VerifierSpec(CodeTests.NAME, all);
    }

    private static List<Finding> check(CodeTests kind, VerifierSpec spec, Step step) {
        return VerifierCatalog.standard()
                .with(kind.kind())
                .create(spec)
                .check(new Prefix("?", null, List.of(step)));
    }

    private static Finding sh(String code, String tests, String... options) {
        List<Finding> findings =
                Assertions.assertTimeoutPreemptively(
                        Duration.ofSeconds(30),
                        () ->
                                check(
                                        new CodeTests(Optional.of(SH)),
                                        spec("sh", tests, options),
                                        Step.of("So:\n```sh\n" + code + "\n```\n")));
        assertThat(findings).hasSize(1);
        assertThat(findings.get(0).evidence()).isEqualTo(code.strip());
        return findings.get(0);
    }

    private static String no(String code, String tests, String... options) {
        Finding finding = sh(code, tests, options);
        assertThat(finding.holds()).isFalse();
        return finding.message();
    }

    @Test
    void itIsOffUntilTheUserGivesACommand() {
        CodeTests off = new CodeTests(Optional.empty());
        assertThat(off.kind().summary()).contains("It is off").contains("--run-code");
        Path proof = folder.resolve("proof");
        Step step = Step.of("```sh\ntouch '" + proof + "'\n```");
        assertThat(check(off, spec("sh", "true"), step)).isEmpty();
        assertThat(proof).doesNotExist();

        CodeTests on = new CodeTests(Optional.of(SH));
        assertThat(on.kind().summary()).doesNotContain("off");
        assertThat(check(on, spec("sh", "true"), step)).hasSize(1);
        assertThat(proof).exists(); // the warning says that code can do so
    }

    @Test
    void aRubricCannotGiveTheCommand() {
        for (String option : List.of("command", "run-code", "path", "env")) {
            assertThat(
                            VerifierCatalog.standard()
                                    .with(new CodeTests(Optional.of(SH)).kind())
                                    .problem(spec("sh", "true", option, "rm -rf {dir}")))
                    .hasValueSatisfying(s -> assertThat(s).contains("has no option"));
        }
    }

    @Test
    void codePassesItsTestsOrDoesNot() {
        String code = "add() { echo $(($1 + $2)); }";
        assertThat(sh(code, "[ \"$(add 2 3)\" = 5 ]"))
                .extracting(Finding::holds, Finding::message)
                .containsExactly(true, "The code passes the tests.");
        assertThat(no(code, "[ \"$(add 2 3)\" = 6 ] || { echo 'not 6'; exit 3; }"))
                .isEqualTo("The code does not pass the tests (exit code 3): not 6");
        assertThat(no("this is no shell (", "true")).contains("(exit code 2)");
    }

    @Test
    void codeThatEndsTheProgramDoesNotPass() {
        assertThat(no("exit 0", "exit 1"))
                .isEqualTo("The code ended the program before the tests began.");
        assertThat(no("printf '\\nstepwright-1\\n'; exit 0", "exit 1"))
                .isEqualTo("The code ended the program before the tests began.");
    }

    @Test
    void theLastBlockOrTheArgumentOfAToolIsRun() {
        CodeTests kind = new CodeTests(Optional.of(SH));
        String blocks = "```sh\nexit 7\n```\n```python\nx\n```\n```shell\nx=1\n```";
        assertThat(check(kind, spec("sh", "[ $x = 1 ]"), Step.of(blocks)))
                .extracting(Finding::holds)
                .containsExactly(true);
        assertThat(check(kind, spec("sh", "true"), Step.of("no code ``` here"))).isEmpty();
        Step call = new Step("run({\"code\": \"x=2\"})", StepKind.TOOL_CALL, "", List.of());
        assertThat(check(kind, spec("sh", "[ $x = 2 ]", "tool", "run"), call))
                .extracting(Finding::holds)
                .containsExactly(true);
        assertThat(check(kind, spec("sh", "true", "tool", "other"), call)).isEmpty();
    }

    @Test
    void aCommandMayHoldForOneLanguageOnly() {
        CodeTests kind = new CodeTests(Optional.of("bash: bash {file}\nsh: sh '{file}'"));
        Step step = Step.of("```bash\na=(1 2)\n```\n```ruby\nputs 1\n```");
        assertThat(check(kind, spec("bash", "[[ ${a[1]} = 2 ]]"), step))
                .extracting(Finding::holds)
                .containsExactly(true);
        assertThat(check(kind, spec("ruby", "x"), step)).isEmpty();
    }

    @Test
    void pythonRunsWhereItIs() {
        CodeTests kind = new CodeTests(Optional.of("python3 {file}"));
        VerifierSpec spec = spec("python", "assert add(2, 3) == 5, add(2, 3)");
        if (CodeTests.problem("python3 {file}").isPresent()) {
            assertThat(VerifierCatalog.standard().with(kind.kind()).problem(spec))
                    .hasValueSatisfying(s -> assertThat(s).contains("python3"));
            return;
        }
        Step good =
                Step.of(
                        "```python\n"
                                + "from __future__ import annotations\n"
                                + "def add(a, b): return a + b\n"
                                + "```");
        assertThat(check(kind, spec, good)).extracting(Finding::holds).containsExactly(true);
        Step bad = Step.of("```py\ndef add(a, b): return a - b\n```");
        assertThat(check(kind, spec, bad).get(0).message())
                .startsWith("The code does not pass the tests (exit code 1): ")
                .endsWith("AssertionError: -1");
        Step early = Step.of("```py\nprint = None\nraise SystemExit\n```");
        assertThat(check(kind, spec, early).get(0).message()).contains("before the tests began");
    }

    @Test
    void anEndlessLoopIsStopped() {
        assertThat(no("while :; do :; done", "true", "seconds", "1"))
                .isEqualTo("The code and its tests did not end within 1 second and were stopped.");
    }

    @Test
    void childrenAreEndedToo() throws Exception {
        Path pids = folder.resolve("pids");
        String child = "(sleep 300 & echo $! >> '" + pids + "'; sleep 300) & ";
        assertThat(no(child + child + "sleep 300", "true", "seconds", "1")).contains("1 second");
        List<String> waiting = Files.readAllLines(pids);
        assertThat(waiting).hasSize(2);
        assertThat(waiting).noneMatch(CodeTestsTest::isRunning);
    }

    @Test
    void childrenThatWereLeftBehindAreEndedToo() throws Exception {
        Path pids = folder.resolve("pids");
        String code = "(sleep 300 & echo $! > '" + pids + "'; sleep 0.4) & sleep 0.2";
        assertThat(sh(code, "sleep 0.6").holds()).isTrue();
        assertThat(Files.readAllLines(pids)).noneMatch(CodeTestsTest::isRunning);
    }

    private static boolean isRunning(String pid) {
        // A dead process that nobody has waited for yet still has an entry.
        return ProcessHandle.of(Long.parseLong(pid.strip()))
                .flatMap(handle -> handle.info().command())
                .isPresent();
    }

    @Test
    void endlessOutputIsStopped() {
        assertThat(no("while :; do echo yesyesyes; done", "true"))
                .isEqualTo("The code wrote more than 64 kB and was stopped.");
        assertThat(no("head -c 100000 /dev/zero", "true")).contains("64 kB");
    }

    @Test
    void thereIsNothingToReadAndNoEnvironment() {
        assertThat(sh("cat; read -r x; echo \"$x\"", "true").holds()).isTrue();
        // The shell itself sets these few.
        assertThat(sh("left=$(env | grep -v -E '^(PATH|PWD|SHLVL|_|OLDPWD)=')", "[ -z \"$left\" ]"))
                .matches(Finding::holds);
    }

    @Test
    void eachRunHasAFreshFolder() {
        String code = "[ \"$(ls)\" = code.sh ] && mkdir a && touch a/b && chmod 000 a";
        assertThat(sh(code, "true").holds()).isTrue();
        assertThat(sh(code + " ", "true").holds()).isTrue();
    }

    @Test
    void outputThatIsNoTextIsShownAsFarAsItGoes() {
        assertThat(no("printf 'a\\377\\000\\033[31mb\\n'", "exit 1")).endsWith("1): a\ufffd [31mb");
        assertThat(no("printf '%01000d' 7", "exit 1")).hasSizeLessThan(400).endsWith("007");
    }

    @Test
    void whatRanOnceIsNotRunAgain() throws IOException {
        Path runs = folder.resolve("runs");
        CodeTests kind = new CodeTests(Optional.of(SH));
        Step step = Step.of("```sh\necho x >> '" + runs + "'\n```");
        for (int i = 0; i < 3; i++) {
            assertThat(check(kind, spec("sh", "true"), step).get(0).holds()).isTrue();
        }
        assertThat(Files.readAllLines(runs)).hasSize(1);
        assertThat(check(kind, spec("sh", "false"), step).get(0).holds()).isFalse();
        assertThat(Files.readAllLines(runs)).hasSize(2);
    }

    private static void refused(String command, String sentence) {
        assertThat(CodeTests.problem(command))
                .hasValueSatisfying(said -> assertThat(said).contains(sentence));
        assertThatThrownBy(
                        () ->
                                check(
                                        new CodeTests(Optional.of(command)),
                                        spec("sh", "true"),
                                        Step.of("```sh\ntrue\n```")))
                .isInstanceOf(WorkFailed.class)
                .hasMessageContaining(sentence);
    }

    @Test
    void saysWhatIsWrongWithTheCommandAndTheOptions() {
        refused("sh", "add {file}");
        refused("no-such-program-here {file}", "no-such-program-here of the command");
        refused("/no/such/program {file}", "is not on this machine");
        refused("/ {file}", "is not on this machine");
        refused("sh: no-such-program-here {file}", "is not on this machine");
        assertThat(CodeTests.problem("sh {file}")).isEmpty();
        assertThat(CodeTests.problem("  ")).isPresent();

        VerifierCatalog catalog =
                VerifierCatalog.standard().with(new CodeTests(Optional.empty()).kind());
        assertThat(catalog.problem(spec("sh", "true"))).isEmpty();
        assertThat(catalog.problem(spec("", "true")).orElse("")).contains("option language");
        assertThat(catalog.problem(spec("sh", " ")).orElse("")).contains("option tests");
        for (String seconds : List.of("0", "61", "-1", "1.5", "long")) {
            assertThat(catalog.problem(spec("sh", "true", "seconds", seconds)).orElse(""))
                    .contains("from 1 to 60");
        }
    }

    @Test
    void aChildThatLeavesItsParentIsFoundByItsFolder() throws Exception {
        Path pid = folder.resolve("pid");
        // The one in between ends at once, so that nobody's descendants hold the last one.
        String code = "(setsid sh -c 'echo $$ > \"" + pid + "\"; exec sleep 300' &)";
        assertThat(sh(code, "sleep 0.1").holds()).isTrue();
        assertThat(Files.readAllLines(pid)).hasSize(1).noneMatch(CodeTestsTest::isRunning);
    }

    @Test
    void codeEndsWithTheProgram() throws Exception {
        Path pid = folder.resolve("pid");
        Path temporary = Files.createDirectory(folder.resolve("tmp"));
        Process program =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-Djava.io.tmpdir=" + temporary,
                                "-cp",
                                System.getProperty("java.class.path"),
                                Endless.class.getName(),
                                pid.toString())
                        .redirectErrorStream(true)
                        .redirectOutput(folder.resolve("said").toFile())
                        .start();
        try {
            while (program.isAlive() && !(Files.exists(pid) && Files.size(pid) > 0)) {
                Thread.sleep(20);
            }
            assertThat(program.isAlive()).isTrue();
            program.destroy(); // as Ctrl-C does
            assertThat(program.waitFor(30, java.util.concurrent.TimeUnit.SECONDS)).isTrue();
        } finally {
            program.destroyForcibly();
        }
        assertThat(Files.readAllLines(pid)).hasSize(1).noneMatch(CodeTestsTest::isRunning);
        assertThat(temporary).isEmptyDirectory();
    }

    /** A program that runs code without an end. */
    static final class Endless {
        private Endless() {}

        /**
         * @param args the file that the code writes its process id to
         */
        public static void main(String[] args) {
            String code = "```sh\necho $$ > '" + args[0] + "'; sleep 300\n```";
            check(
                    new CodeTests(Optional.of(SH)),
                    spec("sh", "true", "seconds", "60"),
                    Step.of(code));
        }
    }
}
