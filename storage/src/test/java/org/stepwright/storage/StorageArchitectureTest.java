package org.stepwright.storage;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import org.junit.jupiter.api.Test;

/** Rules of the module, each with a fixture in {@code org.stepwright.fixture} that breaks it. */
class StorageArchitectureTest {
    private static final JavaClasses OURS =
            new ClassFileImporter()
                    .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                    .importPackages("org.stepwright.storage");

    private static final JavaClasses FIXTURES =
            new ClassFileImporter().importPackages("org.stepwright.fixture");

    private static final ArchRule ARROWS =
            noClasses()
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            "org.stepwright.prm..",
                            "org.stepwright.app..",
                            "org.stepwright.cli..",
                            "org.stepwright.task..",
                            "org.stepwright.settings..",
                            "org.stepwright.error..",
                            "org.stepwright.ui..",
                            "javafx..")
                    .because("storage is below the application and beside the trainer");

    private static final ArchRule SQL_IN_ONE_PLACE =
            noClasses()
                    .that()
                    .resideOutsideOfPackages(
                            "org.stepwright.storage",
                            "org.stepwright.storage.verify",
                            "org.stepwright.storage.format.parquet")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            "java.sql..",
                            "javax.sql..",
                            "org.sqlite..",
                            "org.jdbi..",
                            "org.flywaydb..")
                    .because(
                            "one package knows the tables, so that a migration has one reader;"
                                    + " verify and parquet open only files of strangers");

    private static final ArchRule NO_CYCLES =
            slices().matching("org.stepwright.(**)")
                    .should()
                    .beFreeOfCycles()
                    .because("a package that needs its user cannot be changed alone");

    @Test
    void storageKnowsNeitherTrainerNorApplication() {
        ARROWS.check(OURS);
        assertThat(ARROWS.evaluate(FIXTURES).hasViolation()).isTrue();
    }

    @Test
    void sqlIsInOnePackage() {
        SQL_IN_ONE_PLACE.check(OURS);
        assertThat(SQL_IN_ONE_PLACE.evaluate(FIXTURES).hasViolation()).isTrue();
    }

    @Test
    void packagesHaveNoCycles() {
        NO_CYCLES.check(OURS);
        assertThat(NO_CYCLES.evaluate(FIXTURES).hasViolation()).isTrue();
    }
}
