package org.stepwright.storage;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Scanner;
import org.stepwright.work.Progress;

/** Restores one backup after the other for ever, in a process of its own that is killed. */
final class RestoreLoop {
    private RestoreLoop() {}

    /**
     * @param args the workspace; standard input names two backups
     */
    public static void main(String[] args) {
        Scanner in = new Scanner(System.in);
        Path file = Path.of(args[0]);
        Path[] both = {Path.of(in.nextLine()), Path.of(in.nextLine())};
        Backups backups = new Backups(file, new BackupRules(7, 4, 1), Clock.systemUTC());
        System.out.println("ready");
        for (int i = 0; ; i++) {
            new Restore(file, both[i % 2], backups).run(Progress.NONE);
        }
    }
}
