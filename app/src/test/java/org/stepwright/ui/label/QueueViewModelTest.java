package org.stepwright.ui.label;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stepwright.storage.TraceState;
import org.stepwright.storage.TraceSummary;

class QueueViewModelTest {
    @TempDir Path folder;
    private LabelFixture f;

    @BeforeEach
    void open() {
        f = new LabelFixture(folder);
    }

    @AfterEach
    void close() {
        f.close();
    }

    @Test
    void comesPageByPageAsRowsComeIntoSight() {
        f.addTraces(450);
        f.start();
        QueueViewModel queue = f.model.queue();
        assertThat(queue.items()).hasSize(QueueViewModel.PAGE);
        queue.seen(10);
        f.ui.drain();
        assertThat(queue.items()).hasSize(QueueViewModel.PAGE);
        queue.seen(190);
        f.ui.drain();
        queue.seen(390);
        f.ui.drain();
        assertThat(queue.items()).hasSize(450);
        assertThat(queue.items().stream().map(TraceSummary::id).distinct()).hasSize(450);
    }

    @Test
    void finishedTracesDoNotShiftTheNextPage() {
        f.addTraces(450);
        f.start();
        for (int i = 0; i < 30; i++) {
            f.model.giveUp("");
            f.saved();
        }
        f.model.queue().more(() -> {});
        f.ui.drain();
        assertThat(f.model.queue().items().stream().map(TraceSummary::id))
                .hasSize(400)
                .doesNotHaveDuplicates()
                .contains("t200", "t229", "t399");
    }

    @Test
    void chipsAndWordsFilter() {
        f.addTraces(5);
        f.start();
        f.model.giveUp("");
        f.model.submit();
        f.model.submit();
        f.saved();
        QueueViewModel queue = f.model.queue();
        queue.show().set(QueueShow.SUBMITTED);
        f.model.filter();
        f.ui.drain();
        assertThat(queue.items()).extracting(TraceSummary::id).containsExactly("t1");
        queue.show().set(QueueShow.ALL);
        queue.text().set("3 apples");
        f.model.filter();
        f.ui.drain();
        assertThat(queue.items()).extracting(TraceSummary::id).contains("t3");
    }

    @Test
    void theNextOpenTraceIsFoundBehindManyFinishedOnes() {
        f.addTraces(700);
        for (int i = 1; i < 699; i++) {
            f.workspace.labels().finish("t" + i, LabelFixture.ME, TraceState.SUBMITTED, "").join();
        }
        f.start();
        f.model.queue().show().set(QueueShow.ALL);
        f.model.filter();
        f.ui.drain();
        assertThat(f.openId()).isEqualTo("t0");
        f.model.giveUp("");
        f.saved();
        f.ui.until(() -> f.openId().equals("t699"));
        f.model.giveUp("");
        f.saved();
        assertThat(f.model.hint().get()).isEqualTo(Hint.QUEUE_DONE);
    }
}
