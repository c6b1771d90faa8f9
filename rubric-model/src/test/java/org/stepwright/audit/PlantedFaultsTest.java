package org.stepwright.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.stepwright.audit.PlantedFaults.Fault;
import org.stepwright.label.LabelledTrace;

/** What the studies find of faults that were planted on purpose. */
class PlantedFaultsTest {
    @Test
    void theSameSeedPlantsTheSame() throws IOException {
        List<LabelledTrace> samples = RealRows.samples();
        assertThat(PlantedFaults.into(samples, 7).rows())
                .isEqualTo(PlantedFaults.into(samples, 7).rows())
                .isNotEqualTo(PlantedFaults.into(samples, 8).rows());
        assertThat(PlantedFaults.into(samples, 7).planted()).hasSize(4 * 30);
    }

    @Test
    void plantedFaultsAreFoundInTheSamples() throws IOException {
        PlantedReport report = PlantedReport.of(RealRows.samples(), 20261125);
        System.out.println(report.table("The sample set"));
        assertFloors(report);
    }

    static void assertFloors(PlantedReport report) {
        for (Fault fault : Fault.values()) {
            if (fault.kind != FindingKind.NEAR_DUPLICATE && fault != Fault.LEAK_REWORDED) {
                assertThat(report.recall(fault).value()).as("%s", fault).isEqualTo(1);
            }
        }
        assertThat(report.recall(Fault.NEAR_1_IN_100).value()).isGreaterThan(0.9);
        for (Fault fault : List.of(Fault.NEAR_1_IN_100, Fault.NEAR_1_IN_50, Fault.LEAK_REWORDED)) {
            assertThat(report.recallWhereNear(fault).value()).as("%s", fault).isGreaterThan(0.9);
            assertThat(report.equality(fault).value()).as("%s", fault).isLessThan(0.1);
        }
        for (FindingKind kind : List.of(FindingKind.EXACT_DUPLICATE, FindingKind.LABEL_CONFLICT)) {
            assertThat(report.precision(kind).value()).as("%s", kind).isGreaterThan(0.98);
        }
        for (FindingKind kind : List.of(FindingKind.NEAR_DUPLICATE, FindingKind.SPLIT_LEAK)) {
            assertThat(report.precision(kind).value()).as("%s", kind).isGreaterThan(0.9);
        }
    }
}
