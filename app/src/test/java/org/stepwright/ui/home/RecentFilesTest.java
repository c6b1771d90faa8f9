package org.stepwright.ui.home;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.stepwright.ui.ByHand;

class RecentFilesTest {
    private static final Path HERE = Path.of("here");
    private static final Path GONE = Path.of("gone");

    private final ByHand hand = new ByHand();
    private final Deque<Runnable> thread = new ArrayDeque<>();
    private final RecentFiles files = new RecentFiles(hand.tasks(), thread::add, HERE::equals);

    @Test
    void filesAreLookedForOnAnotherThreadAndOncePerLook() {
        files.look(List.of(HERE, GONE));
        files.look(List.of(HERE, GONE));
        assertThat(files.gone()).isEmpty();
        assertThat(thread).hasSize(1);
        thread.poll().run();
        hand.drain();
        assertThat(files.gone()).containsExactly(GONE);
        files.look(List.of(HERE, GONE));
        assertThat(thread).as("the next look").hasSize(1);
    }
}
