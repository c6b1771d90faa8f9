package org.stepwright.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stepwright.rubric.Rubric;
import org.stepwright.storage.format.RubricYaml;
import org.stepwright.work.WorkFailed;

class TemplatesTest {
    private final Templates templates = new Templates();

    @TempDir Path folder;

    @Test
    void theGalleryKeepsFieldsOfWorkTogether() {
        List<String> changes = new ArrayList<>();
        for (TemplateInfo info : templates.infos()) {
            if (changes.isEmpty() || !changes.get(changes.size() - 1).equals(info.category())) {
                changes.add(info.category());
            }
        }

        assertThat(changes).doesNotHaveDuplicates().hasSizeGreaterThan(2);
        assertThat(templates.infos())
                .extracting(TemplateInfo::name)
                .containsExactlyElementsOf(templates.names())
                .hasSizeGreaterThanOrEqualTo(12);
    }

    @Test
    void aTemplateNamesItsVerifiersOnce() {
        TemplateInfo info =
                templates.infos().stream()
                        .filter(i -> i.name().equals("claims-triage"))
                        .findFirst()
                        .orElseThrow();

        assertThat(info.title()).isEqualTo("Claims triage");
        assertThat(info.verifiers()).containsExactly("facts", "arithmetic", "regex");
        assertThat(info.stages()).isEqualTo(5);
        assertThat(info.criteria()).isEqualTo(11);
    }

    @Test
    void sampleTracesAreThereToBeImported() throws Exception {
        Path file = templates.copySamples("kyc-review", folder);

        assertThat(file).hasFileName("kyc-review.jsonl");
        try (var in = templates.samples("kyc-review")) {
            assertThat(Files.readString(file))
                    .isEqualTo(new String(in.readAllBytes(), StandardCharsets.UTF_8))
                    .contains("\"id\":\"kyc-review-01\"");
        }
    }

    @Test
    void theTextOfATemplateIsFoundByItsContentOnly() {
        Rubric same = new RubricYaml().read(templates.yaml("invoice-check"));
        Rubric other =
                new Rubric(
                        same.id(),
                        "Another title",
                        same.description(),
                        same.stages(),
                        same.everyStep(),
                        same.aggregation(),
                        same.errorKinds());

        assertThat(templates.textOf(same)).contains(templates.yaml("invoice-check"));
        assertThat(templates.textOf(other)).isEmpty();
    }

    @Test
    void anUnknownNameIsASentence() {
        assertThatThrownBy(() -> templates.samples("../templates/index"))
                .isInstanceOf(WorkFailed.class)
                .hasMessageContaining("choose one of refund-decision");
    }
}
