package org.stepwright.app.verify;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.stepwright.app.verify.CodeRun.Ending;

/**
 * A process and those that it starts. Children are noted while it runs, as those whose parent has
 * ended are nobody's descendants any more; one that comes and leaves its parent between two looks
 * is known by its folder or its command line, where the system tells them. One thread waits;
 * another one may end it.
 */
final class ProcessTree {
    private static final int LOOK_MILLIS = 20;
    private static final int MAX_ROUNDS = 100;

    private final Process process;
    private final Path folder;
    private final Set<ProcessHandle> children = ConcurrentHashMap.newKeySet();

    /**
     * @param process just started
     * @param folder the folder that it works in and nobody else does
     */
    ProcessTree(Process process, Path folder) {
        this.process = process;
        this.folder = folder;
    }

    /** Waits until it has ended, its time is over, or it has to stop. */
    Ending await(int seconds, BooleanSupplier tooMuch) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
        while (!process.waitFor(LOOK_MILLIS, TimeUnit.MILLISECONDS)) {
            process.descendants().forEach(children::add);
            if (tooMuch.getAsBoolean()) {
                return Ending.LOUD;
            }
            if (System.nanoTime() > end) {
                return Ending.SLOW;
            }
        }
        return Ending.ENDED;
    }

    int exitCode() {
        return process.exitValue();
    }

    /** Ends it and all that it started; those that start more meanwhile are looked for again. */
    void end() {
        endTree();
        ProcessHandle.allProcesses().filter(this::worksInFolder).forEach(children::add);
        if (!children.isEmpty()) {
            endTree();
        }
    }

    private boolean worksInFolder(ProcessHandle other) {
        if (other.info().commandLine().filter(l -> l.contains(folder.toString())).isPresent()) {
            return true;
        }
        try {
            Path own = Path.of("/proc", String.valueOf(other.pid()), "cwd");
            return Files.isSymbolicLink(own) && Files.readSymbolicLink(own).startsWith(folder);
        } catch (IOException e) {
            return false; // gone, or not ours to look at
        }
    }

    private void endTree() {
        for (int round = 0; round < MAX_ROUNDS; round++) {
            process.descendants().forEach(children::add);
            for (ProcessHandle child : List.copyOf(children)) {
                child.descendants().forEach(children::add);
            }
            process.destroyForcibly();
            children.forEach(ProcessHandle::destroyForcibly);
            children.removeIf(child -> !child.isAlive());
            if (children.isEmpty() && !process.isAlive()) {
                return;
            }
            pause();
        }
    }

    private void pause() {
        try {
            process.waitFor(LOOK_MILLIS, TimeUnit.MILLISECONDS);
            if (!process.isAlive()) {
                Thread.sleep(1);
            }
        } catch (InterruptedException e) {
            // Ending comes first; whoever waits learns of the interrupt after it.
            Thread.currentThread().interrupt();
        }
    }
}
