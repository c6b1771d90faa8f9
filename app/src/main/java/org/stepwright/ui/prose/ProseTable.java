package org.stepwright.ui.prose;

import javafx.geometry.HPos;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.StackPane;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.ext.gfm.tables.TableHead;
import org.commonmark.node.Node;

/** Draws a table. */
final class ProseTable {
    /** A larger table stands as lines of words: laying out a grid takes long. */
    private static final int MOST_CELLS = 150;

    private final ProseLines lines;
    private final GridPane grid = new GridPane();
    private int row;

    ProseTable(ProseLines lines) {
        this.lines = lines;
        grid.getStyleClass().add("prose-table");
    }

    javafx.scene.Node node(TableBlock table) {
        if (cells(table) > MOST_CELLS) {
            return plain(table);
        }
        int columns = 0;
        for (Node part = table.getFirstChild(); part != null; part = part.getNext()) {
            for (Node line = part.getFirstChild(); line != null; line = line.getNext()) {
                columns = Math.max(columns, line(line, part instanceof TableHead));
            }
        }
        for (int i = 0; i < columns; i++) {
            ColumnConstraints column = new ColumnConstraints();
            column.setMinWidth(24);
            column.setHalignment(HPos.LEFT);
            grid.getColumnConstraints().add(column);
        }
        grid.setMaxWidth(javafx.scene.layout.Region.USE_PREF_SIZE);
        return grid;
    }

    private int line(Node line, boolean head) {
        int column = 0;
        for (Node cell = line.getFirstChild(); cell != null; cell = cell.getNext()) {
            StackPane box = new StackPane(lines.node(cell, head ? "text-strong" : ""));
            box.getStyleClass().add("prose-cell");
            if (head) {
                box.getStyleClass().add("head");
            }
            if (cell instanceof TableCell c && c.getAlignment() == TableCell.Alignment.RIGHT) {
                box.getStyleClass().add("right");
            }
            grid.add(box, column++, row);
        }
        row++;
        return column;
    }

    private static int cells(Node table) {
        int cells = 0;
        for (Node part = table.getFirstChild(); part != null; part = part.getNext()) {
            for (Node line = part.getFirstChild(); line != null; line = line.getNext()) {
                for (Node cell = line.getFirstChild(); cell != null; cell = cell.getNext()) {
                    cells++;
                }
            }
        }
        return cells;
    }

    private javafx.scene.Node plain(Node table) {
        StringBuilder words = new StringBuilder();
        for (Node part = table.getFirstChild(); part != null; part = part.getNext()) {
            for (Node line = part.getFirstChild(); line != null; line = line.getNext()) {
                for (Node cell = line.getFirstChild(); cell != null; cell = cell.getNext()) {
                    words.append("| ").append(lines.words(cell)).append(' ');
                }
                words.append("|\n");
            }
        }
        TextFlow flow = new TextFlow(new Text(words.toString().stripTrailing()));
        flow.getStyleClass().addAll("step-text", "prose-code");
        return flow;
    }
}
