package org.stepwright.storage;

import java.nio.file.Path;
import java.util.Scanner;

/** Another program that has a workspace open until it is told to close it. */
final class OpenHolder {
    private OpenHolder() {}

    /**
     * @param args the workspace
     */
    public static void main(String[] args) {
        try (Workspace workspace = Workspace.open(Path.of(args[0]))) {
            System.out.println(workspace.counts().traces() > 0 ? "open" : "empty");
            new Scanner(System.in).nextLine();
        }
    }
}
