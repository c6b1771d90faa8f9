package org.stepwright.storage.format;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.stepwright.label.LabelledTrace;
import org.stepwright.storage.format.mapping.ColumnMapping;
import org.stepwright.storage.format.mapping.StepCut;
import org.stepwright.work.Progress;

/** Turns the rows of one file into traces; rows of one trace stand one behind the other. */
final class MappedRows implements JsonRows.Sink {
    private static final String HOLE = "a row in or beside this trace cannot be read";

    private static final long MOST_CHARACTERS = 32L << 20;

    private final boolean grouped;
    private final MappedTrace maker;
    private final RowSink sink;
    private final Progress progress;
    private final RowIds ids = new RowIds();
    private final List<JsonNode> group = new ArrayList<>();
    private String groupId;
    private long groupLine;
    private long groupSize;
    private String groupTrouble = "";

    /** Whether a row was lost since the last one that was joined: of which trace, nobody knows. */
    private boolean hole;

    private int rejects;

    MappedRows(ColumnMapping mapping, String source, RowSink sink, Progress progress) {
        this.grouped = mapping.cut() == StepCut.STEP_PER_ROW;
        this.maker = new MappedTrace(mapping, source);
        this.sink = sink;
        this.progress = progress;
    }

    @Override
    public void row(long line, String key, byte[] bytes, int length) {
        JsonNode row;
        try {
            row = new JsonRow(null, Json.parse(bytes, length)).node();
        } catch (BadRow e) {
            broken(line, e.getMessage());
            return;
        }
        add(line, row);
    }

    /** Takes a row as an object. */
    void add(long line, JsonNode row) {
        progress.checkCancelled();
        if (!grouped) {
            make(line, List.of(row));
            return;
        }
        try {
            join(line, maker.id(row), row);
        } catch (BadRow | IllegalArgumentException e) {
            broken(line, e.getMessage());
        }
    }

    private void join(long line, String id, JsonNode row) {
        if (!id.equals(groupId)) {
            endGroup();
            groupId = id;
            groupLine = line;
            groupTrouble = hole ? HOLE : "";
        }
        hole = false;
        groupSize += size(row);
        if (groupSize > MOST_CHARACTERS) {
            groupTrouble = "the rows of one id hold more than " + MOST_CHARACTERS + " characters";
            group.clear();
        } else if (group.size() >= JsonRow.STEP_LIMIT) {
            groupTrouble = "there are more than " + JsonRow.STEP_LIMIT + " rows of the same id";
        } else {
            group.add(row);
        }
    }

    private void endGroup() {
        if (!groupTrouble.isEmpty()) {
            reject(groupLine, groupTrouble);
        } else if (!group.isEmpty()) {
            make(groupLine, List.copyOf(group));
        }
        group.clear();
        groupSize = 0;
        groupTrouble = "";
        groupId = null;
    }

    private static long size(JsonNode row) {
        long size = 0;
        for (JsonNode value : row) {
            size += value.isValueNode() ? value.asText().length() : value.toString().length();
        }
        return size;
    }

    /** Gives the last trace; nothing can follow. */
    void end() {
        endGroup();
    }

    private void make(long line, List<JsonNode> rows) {
        LabelledTrace made;
        try {
            made = maker.of(rows);
            claim(made.trace().id(), line);
        } catch (BadRow | IllegalArgumentException e) {
            reject(line, e.getMessage());
            return;
        }
        sink.accept(line, made);
    }

    private void claim(String id, long line) {
        try {
            ids.claim(id, line);
        } catch (BadRow e) {
            throw grouped
                    ? new BadRow(e.getMessage() + "; rows of one id stand one behind the other")
                    : e;
        }
    }

    /** A step without its row would move every label behind it, so its trace does not come in. */
    @Override
    public void broken(long line, String reason) {
        reject(line, reason);
        if (grouped) {
            hole = true;
            groupTrouble = group.isEmpty() ? groupTrouble : HOLE;
        }
    }

    private void reject(long line, String reason) {
        if (rejects++ < JsonFormat.REJECT_LIMIT) {
            sink.reject(line, reason);
            return;
        }
        sink.reject(
                line,
                "more than " + JsonFormat.REJECT_LIMIT + " rows are bad; reading stopped here");
        throw new JsonFormat.TooManyRejects();
    }

    /** A row of cells as an object; a cell without a name is none. */
    static ObjectNode object(List<String> names, List<String> cells) {
        ObjectNode row = Json.MAPPER.createObjectNode();
        for (int i = 0; i < cells.size(); i++) {
            row.put(names.get(i), cells.get(i));
        }
        return row;
    }
}
