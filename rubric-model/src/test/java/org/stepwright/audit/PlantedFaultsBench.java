package org.stepwright.audit;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.stepwright.label.LabelledTrace;

/** What the studies find of faults planted in PRMBench, as a table. */
@Tag("bench")
class PlantedFaultsBench {
    @Test
    void plantedFaultsAreFoundInPrmBench() throws IOException {
        Optional<List<LabelledTrace>> rows = RealRows.prmBench();
        if (rows.isPresent()) {
            PlantedReport report = PlantedReport.of(rows.get(), 20261125);
            System.out.println(report.table("PRMBench"));
            PlantedFaultsTest.assertFloors(report);
        }
    }
}
