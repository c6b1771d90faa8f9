package org.stepwright.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Every rule of the house holds for the product and is shown to fail on a fixture that breaks it.
 */
class ArchitectureTest {
    private record Rule(String name, Function<HouseRules, ArchRule> rule) {}

    private final JavaClasses product =
            new ClassFileImporter()
                    .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                    .importPackages("org.stepwright");
    private final JavaClasses fixtures = new ClassFileImporter().importPackages("fixture");

    @Test
    void theWholeProductIsSeen() {
        assertThat(product.stream().map(c -> c.getPackageName()))
                .contains(
                        "org.stepwright.rubric",
                        "org.stepwright.storage",
                        "org.stepwright.prm",
                        "org.stepwright.prm.live",
                        "org.stepwright.cli",
                        "org.stepwright.ui.kit");
    }

    @TestFactory
    Stream<DynamicTest> rulesHoldForTheProduct() {
        return rules().map(
                        r ->
                                DynamicTest.dynamicTest(
                                        r.name(), () -> of(r, "org.stepwright").check(product)));
    }

    @TestFactory
    Stream<DynamicTest> rulesFailOnTheirFixtures() {
        return rules().map(
                        r ->
                                DynamicTest.dynamicTest(
                                        r.name(),
                                        () ->
                                                assertThatThrownBy(
                                                                () ->
                                                                        of(r, "fixture")
                                                                                .check(fixtures))
                                                        .isInstanceOf(AssertionError.class)
                                                        .hasMessageContaining("because")
                                                        .hasMessageContaining("fixture.")));
    }

    private static ArchRule of(Rule rule, String root) {
        return rule.rule().apply(new HouseRules(root));
    }

    private static Stream<Rule> rules() {
        return Stream.of(
                new Rule("storage never sees the trainer", HouseRules::storageNeverSeesTheTrainer),
                new Rule("the trainer never sees storage", HouseRules::trainerNeverSeesStorage),
                new Rule("lower modules never see the app", HouseRules::lowerModulesNeverSeeTheApp),
                new Rule("rubric-model knows nobody", HouseRules::rubricModelKnowsNobody),
                new Rule("LangChain4j only in prm.live", HouseRules::langChainOnlyInLive),
                new Rule("JavaFX only in ui", HouseRules::javaFxOnlyInUi),
                new Rule("view models know no view", HouseRules::viewModelsKnowNoView),
                new Rule("SQL only in storage", HouseRules::sqlOnlyInStorage),
                new Rule("no static state", HouseRules::noStaticState),
                new Rule("nobody exits but Main", HouseRules::nobodyExitsButMain),
                new Rule("packages have no cycles", HouseRules::packagesHaveNoCycles));
    }
}
