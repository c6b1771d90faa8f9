package org.stepwright.storage;

import java.nio.file.Path;
import java.util.Scanner;
import org.stepwright.work.Progress;

/** Merges another workspace once it is told to, in a process of its own that is killed. */
final class MergeLoop {
    private MergeLoop() {}

    /**
     * @param args the workspace; standard input names the other one
     */
    public static void main(String[] args) {
        Path other = Path.of(new Scanner(System.in).nextLine());
        try (Workspace workspace = Workspace.open(Path.of(args[0]))) {
            System.out.println("ready");
            workspace.merge(other, Progress.NONE);
            System.out.println("merged");
        }
    }
}
