package org.stepwright.prm.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.stepwright.prm.live.LiveAnswer.Ending;
import org.stepwright.work.WorkFailed;

/** A recording replays as it was, can be stopped, and always says that it is one. */
class RecordedModelTest {
    private static final String LINE =
            "{\"prompt\":\"2+2?\",\"model\":\"old-model\",\"chunks\":["
                    + "{\"text\":\"Step 1\",\"delay_ms\":5},{\"text\":\": 4\",\"delay_ms\":3}]}\n";

    @TempDir Path dir;

    private LiveModel open(String content, double factor) throws IOException {
        Path file = Files.writeString(dir.resolve("r.jsonl"), content);
        return new LiveModels(Secrets.NONE, factor)
                .open(Connection.recorded("demo", file.toString()));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.5, 1})
    void replaysTheChunks(double factor) throws IOException {
        LiveModel model = open(LINE + "\n" + LINE.replace("2+2?", "3+3?"), factor);
        List<String> heard = new CopyOnWriteArrayList<>();
        LiveAnswer answer = Calls.await(model.stream(LiveRequest.of("2+2?"), heard::add));
        assertThat(heard).containsExactly("Step 1", ": 4");
        assertThat(answer.text()).isEqualTo("Step 1: 4");
        assertThat(answer.ending()).isEqualTo(Ending.COMPLETE);
        assertThat(answer.recorded()).isTrue();
        assertThat(model.recorded()).isTrue();
        assertThat(model.connection().model()).isEqualTo("old-model");
        assertThat(answer.millis()).isGreaterThanOrEqualTo((long) (8 * factor));
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void aDeviceThatNeverEndsIsTooLargeBeforeItFillsMemory() {
        assertThatThrownBy(
                        () ->
                                new LiveModels(Secrets.NONE, 0)
                                        .open(Connection.recorded("demo", "/dev/zero")))
                .isInstanceOf(WorkFailed.class)
                .hasMessageContaining("larger than 64 MiB");
    }

    @Test
    void aFileThatIsNoTextIsNotCalledMissing() throws IOException {
        Path file = Files.write(dir.resolve("noise"), new byte[] {'{', (byte) 0xFF, 1});
        assertThatThrownBy(
                        () ->
                                new LiveModels(Secrets.NONE, 0)
                                        .open(Connection.recorded("demo", file.toString())))
                .isInstanceOf(WorkFailed.class)
                .hasMessageContaining("not text in UTF-8");
    }

    @Test
    void listsWhatIsRecordedForAnotherPrompt() throws IOException {
        LiveModel model = open(LINE, 0);
        assertThatThrownBy(() -> model.stream(LiveRequest.of("other"), TextListener.NONE))
                .isInstanceOf(WorkFailed.class)
                .hasMessageContaining("recorded are: \"2+2?\".");
    }

    @Test
    void aCancelEndsAReplayAtOnce() throws Exception {
        LiveModel model = open(LINE.replace("\"delay_ms\":3", "\"delay_ms\":500000"), 1);
        CountDownLatch heard = new CountDownLatch(1);
        LiveCall<LiveAnswer> call =
                model.stream(LiveRequest.of("2+2?"), chunk -> heard.countDown());
        assertThat(heard.await(20, TimeUnit.SECONDS)).isTrue();
        call.cancel();
        LiveAnswer answer = Calls.await(call);
        assertThat(answer.ending()).isEqualTo(Ending.CANCELLED);
        assertThat(answer.text()).isEqualTo("Step 1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "[]",
                "{\"prompt\":1,\"chunks\":[]}",
                "{\"prompt\":\"x\",\"chunks\":[{\"delay_ms\":1}]}",
                "{\"prompt\":\"x\",\"chunks\":[{\"text\":\"a\",\"delay_ms\":-1}]}",
            })
    void refusesFilesThatAreNoRecording(String content) {
        assertThatThrownBy(() -> open(content, 0))
                .isInstanceOf(WorkFailed.class)
                .hasMessageContaining("r.jsonl");
    }

    @Test
    void saysWhenTheFileIsMissing() {
        LiveModels models = new LiveModels(Secrets.NONE);
        assertThatThrownBy(() -> models.open(Connection.recorded("demo", "/no/such/file")))
                .isInstanceOf(WorkFailed.class)
                .hasMessageContaining("/no/such/file");
    }

    @Test
    void aTestOfTheConnectionCountsTheAnswers() throws IOException {
        Path file = Files.writeString(dir.resolve("r.jsonl"), LINE);
        assertThat(new LiveModels(Secrets.NONE).test(Connection.recorded("demo", file.toString())))
                .isEqualTo("\"demo\" holds 1 recorded answers.");
    }
}
