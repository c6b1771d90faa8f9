package org.stepwright.audit;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.stepwright.near.IntList;

/** What studies keep of every row to name it: its id, its file, and how many labels it has. */
final class RowTable {
    private final List<String> ids = new ArrayList<>();
    private final IntList fileOf = new IntList();
    private final IntList labels = new IntList();
    private final Map<String, Integer> fileNumbers = new HashMap<>();
    private final List<String> files = new ArrayList<>();

    /** Adds a row and gives its number, from 0. */
    int add(AuditRow row) {
        ids.add(row.labelled().trace().id());
        labels.add(row.labelled().labels().size());
        Integer file = fileNumbers.putIfAbsent(row.file(), files.size());
        if (file == null) {
            file = files.size();
            files.add(row.file());
        }
        fileOf.add(file);
        return ids.size() - 1;
    }

    int size() {
        return ids.size();
    }

    String id(int row) {
        return ids.get(row);
    }

    String file(int row) {
        return files.get(fileOf.get(row));
    }

    int fileNumber(int row) {
        return fileOf.get(row);
    }

    List<String> files() {
        return files;
    }

    /** Most labels first, as they were most work; then by id and file. */
    Comparator<Integer> worthFirst() {
        return Comparator.<Integer>comparingInt(row -> -labels.get(row)).thenComparing(byName());
    }

    /** By id and file, so that nothing depends on the order in which rows came. */
    Comparator<Integer> byName() {
        return Comparator.<Integer, String>comparing(this::id).thenComparing(this::file);
    }

    /** {@code trace X}, or {@code trace X of FILE} when that is another file than a row's own. */
    String named(int row, int from) {
        String name = "trace " + id(row);
        boolean elsewhere = fileNumber(row) != fileNumber(from) && !file(row).isEmpty();
        return elsewhere ? name + " of " + file(row) : name;
    }
}
