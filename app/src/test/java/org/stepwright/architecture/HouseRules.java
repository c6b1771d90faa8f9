package org.stepwright.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;

/**
 * The arrows of the house. Each rule takes the root package, so that the same rule is run over the
 * product, where it must hold, and over {@code fixture}, where it must fail.
 */
final class HouseRules {
    private final String root;

    HouseRules(String root) {
        this.root = root;
    }

    private String in(String packages) {
        return root + "." + packages;
    }

    ArchRule storageNeverSeesTheTrainer() {
        return noClasses()
                .that()
                .resideInAPackage(in("storage.."))
                .should()
                .dependOnClassesThat()
                .resideInAPackage(in("prm.."))
                .because(
                        "a workspace must open without models and native libraries; app joins the"
                                + " two");
    }

    ArchRule trainerNeverSeesStorage() {
        return noClasses()
                .that()
                .resideInAPackage(in("prm.."))
                .should()
                .dependOnClassesThat()
                .resideInAPackage(in("storage.."))
                .because("a model must be usable without a workspace; app joins the two");
    }

    ArchRule lowerModulesNeverSeeTheApp() {
        return noClasses()
                .that()
                .resideOutsideOfPackages(appPackages())
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(appPackages())
                .because("arrows never turn back: app wires the others and nothing knows app");
    }

    ArchRule rubricModelKnowsNobody() {
        return noClasses()
                .that()
                .resideInAnyPackage(
                        in("rubric.."),
                        in("trace.."),
                        in("near.."),
                        in("audit.."),
                        in("label.."),
                        in("verify.."),
                        in("agreement.."),
                        in("score.."),
                        in("work.."))
                .should()
                .dependOnClassesThat(
                        resideInAnyPackage(in("storage.."), in("prm.."))
                                .or(resideInAnyPackage(appPackages())))
                .because("the records are what all others speak; they can depend on none of them");
    }

    ArchRule langChainOnlyInLive() {
        return noClasses()
                .that()
                .resideOutsideOfPackage(in("prm.live.."))
                .should()
                .dependOnClassesThat(resideInAPackage("dev.langchain4j.."))
                .because(
                        "all model access goes through one place, where keys and faults are"
                                + " handled");
    }

    ArchRule javaFxOnlyInUi() {
        return noClasses()
                .that()
                .resideOutsideOfPackage(in("ui.."))
                .should()
                .dependOnClassesThat(
                        resideInAnyPackage("javafx..", "org.controlsfx..", "atlantafx.."))
                .because("everything but the screens must run headless");
    }

    ArchRule viewModelsKnowNoView() {
        return noClasses()
                .that()
                .resideInAPackage(in("ui.."))
                .and()
                .haveSimpleNameEndingWith("ViewModel")
                .should()
                .dependOnClassesThat(
                        resideInAnyPackage(
                                        "javafx..",
                                        "org.controlsfx..",
                                        "atlantafx..",
                                        "org.kordamp..")
                                .and(
                                        DescribedPredicate.not(
                                                resideInAnyPackage(
                                                        "javafx.beans..",
                                                        "javafx.collections..",
                                                        "javafx.util.."))))
                .because("a view model decides and is tested with no toolkit running");
    }

    ArchRule sqlOnlyInStorage() {
        return noClasses()
                .that()
                .resideOutsideOfPackage(in("storage.."))
                .should()
                .dependOnClassesThat(
                        resideInAnyPackage(
                                "java.sql..", "org.jdbi..", "org.sqlite..", "org.flywaydb.."))
                .because(
                        "one place sets pragmas, owns the writer thread and turns SQL errors into"
                                + " sentences");
    }

    ArchRule noStaticState() {
        return fields().that()
                .areStatic()
                .and()
                .areDeclaredInClassesThat(inRoot())
                .should()
                .beFinal()
                .because("state that hangs on a class can neither be wired nor tested");
    }

    ArchRule nobodyExitsButMain() {
        return noClasses()
                .that(inRoot())
                .and()
                .haveSimpleNameNotEndingWith("Main")
                .should()
                .callMethod(System.class, "exit", int.class)
                .orShould()
                .callMethod(Throwable.class, "printStackTrace")
                .because("exit codes are decided in one place and no stack trace reaches a user");
    }

    ArchRule packagesHaveNoCycles() {
        return slices().matching(root + ".(**)")
                .should()
                .beFreeOfCycles()
                .because("a cycle makes two packages one that is harder to read");
    }

    private String[] appPackages() {
        return new String[] {
            in("app.."),
            in("cli.."),
            in("serve.."),
            in("ui.."),
            in("task.."),
            in("settings.."),
            in("error.."),
            in("report..")
        };
    }

    private DescribedPredicate<JavaClass> inRoot() {
        return resideInAPackage(root + "..");
    }
}
