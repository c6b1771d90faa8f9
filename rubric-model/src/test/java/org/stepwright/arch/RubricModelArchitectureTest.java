package org.stepwright.arch;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import org.junit.jupiter.api.Test;

/** The rules of this module; a fixture shows for each that it can fail. */
class RubricModelArchitectureTest {
    private static final ArchRule FEW_DEPENDENCIES =
            classes()
                    .that()
                    .resideInAPackage("org.stepwright..")
                    .should()
                    .onlyDependOnClassesThat()
                    .resideInAnyPackage(
                            "java..",
                            "org.stepwright..",
                            "org.slf4j..",
                            "com.google.re2j..",
                            "com.ezylang.evalex..",
                            "com.networknt.schema..",
                            "com.fasterxml.jackson..")
                    .because("every other module stands on this one and inherits what it drags in");

    private static final ArchRule NO_IO =
            noClasses()
                    .that()
                    .resideInAPackage("org.stepwright..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage("java.nio.file..", "java.net..", "java.sql..", "java.awt..")
                    .because("the model is what things are; reading and writing them is storage's");

    private static final ArchRule NO_CYCLES =
            slices().matching("org.stepwright.(**)")
                    .should()
                    .beFreeOfCycles()
                    .because("a package that needs its own user cannot be understood alone");

    private static JavaClasses main() {
        return new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("org.stepwright");
    }

    private static JavaClasses fixture(String name) {
        return new ClassFileImporter().importPackages("org.stepwright.arch.fixture." + name);
    }

    @Test
    void itDependsOnLittle() {
        assertThat(main()).hasSizeGreaterThan(40);
        FEW_DEPENDENCIES.check(main());
    }

    @Test
    void itDoesNoInputOrOutput() {
        NO_IO.check(main());
    }

    @Test
    void itsPackagesHaveNoCycles() {
        NO_CYCLES.check(main());
    }

    @Test
    void everyRuleCanFail() {
        assertFails(FEW_DEPENDENCIES, "foreign");
        assertFails(NO_IO, "io");
        assertFails(NO_CYCLES, "cycle");
    }

    private static void assertFails(ArchRule rule, String fixture) {
        assertThatThrownBy(() -> rule.check(fixture(fixture)))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("because");
    }
}
