package org.stepwright.storage.format.span;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * One record cut out of a file.
 *
 * @param line the line, from 1, where it starts
 * @param sequence its number in the file, in the order in which records open
 * @param parent the number of the record around it; -1 when it stands alone
 * @param root the number of the outermost record around it; its own when it stands alone
 * @param key the list that it stands in; empty when it stands alone
 * @param node what it says, without the records inside it
 * @param around the records around it as far as they are read, the innermost first
 * @param others how many items of its lists were no objects
 */
public record Found(
        long line,
        long sequence,
        long parent,
        long root,
        String key,
        ObjectNode node,
        List<ObjectNode> around,
        int others) {}
