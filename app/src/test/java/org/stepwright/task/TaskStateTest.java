package org.stepwright.task;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TaskStateTest {
    private static final Map<TaskState, Set<TaskState>> LEGAL = new EnumMap<>(TaskState.class);

    static {
        LEGAL.put(TaskState.SCHEDULED, EnumSet.of(TaskState.RUNNING, TaskState.CANCELLED));
        LEGAL.put(
                TaskState.RUNNING,
                EnumSet.of(TaskState.SUCCEEDED, TaskState.FAILED, TaskState.CANCELLED));
        LEGAL.put(TaskState.SUCCEEDED, EnumSet.noneOf(TaskState.class));
        LEGAL.put(TaskState.FAILED, EnumSet.noneOf(TaskState.class));
        LEGAL.put(TaskState.CANCELLED, EnumSet.noneOf(TaskState.class));
    }

    @Test
    void onlyTheListedMovesAreLegal() {
        for (TaskState from : TaskState.values()) {
            for (TaskState to : TaskState.values()) {
                assertThat(from.mayBecome(to))
                        .as("%s to %s", from, to)
                        .isEqualTo(LEGAL.get(from).contains(to));
            }
        }
    }

    @Test
    void finalStatesAreThoseWithoutMoves() {
        for (TaskState state : TaskState.values()) {
            assertThat(state.isFinal()).isEqualTo(LEGAL.get(state).isEmpty());
        }
    }
}
