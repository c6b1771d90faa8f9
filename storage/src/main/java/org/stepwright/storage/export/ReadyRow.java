package org.stepwright.storage.export;

import org.stepwright.label.LabelledTrace;
import org.stepwright.label.SoftTargets;

/**
 * A trace as it is exported.
 *
 * @param said the trace with everybody's labels
 * @param row the trace with the labels that the export's policy leaves
 * @param soft rewards to write in place of hard labels; NONE for hard labels
 */
record ReadyRow(LabelledTrace said, LabelledTrace row, SoftTargets soft) {}
