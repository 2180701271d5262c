package io.milliwatt.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import org.junit.jupiter.api.Test;

/** Who may import whom; each rule carries the reason it exists for. */
class ImportRulesTest {

    private static final String[] FRAMEWORKS = {
        "io.quarkus..",
        "jakarta..",
        "io.vertx..",
        "io.smallrye..",
        "org.eclipse.microprofile..",
        "org.apache.kafka..",
        "java.sql..",
        "javax.sql..",
        "org.jdbi..",
        "org.postgresql..",
        "io.micrometer.."
    };

    @Test
    void importsPointOnlyDownwards() {
        layeredArchitecture()
                .consideringOnlyDependenciesInLayers()
                .layer("workbench")
                .definedBy("io.milliwatt.workbench..")
                .layer("nodes")
                .definedBy("io.milliwatt.nodes..")
                .layer("gateway")
                .definedBy("io.milliwatt.gateway..")
                .layer("vibration")
                .definedBy("io.milliwatt.vibration..")
                .layer("ecg")
                .definedBy("io.milliwatt.ecg..")
                .layer("irrigation")
                .definedBy("io.milliwatt.irrigation..")
                .layer("platform")
                .definedBy("io.milliwatt.platform..")
                .layer("telemetry")
                .definedBy("io.milliwatt.telemetry..")
                .layer("test kit")
                .definedBy("io.milliwatt.testkit..")
                .layer("training")
                .definedBy("io.milliwatt.training..")
                .layer("firmware")
                .definedBy("io.milliwatt.firmware..")
                .layer("runtime")
                .definedBy("io.milliwatt.runtime..")
                .layer("datasets")
                .definedBy("io.milliwatt.datasets..")
                .layer("ec57")
                .definedBy("io.milliwatt.ec57..")
                .layer("energy")
                .definedBy("io.milliwatt.energy..")
                .layer("dsp")
                .definedBy("io.milliwatt.dsp..")
                .whereLayer("workbench")
                .mayNotBeAccessedByAnyLayer()
                .whereLayer("gateway")
                .mayNotBeAccessedByAnyLayer()
                .whereLayer("vibration")
                .mayNotBeAccessedByAnyLayer()
                .whereLayer("ecg")
                .mayNotBeAccessedByAnyLayer()
                .whereLayer("irrigation")
                .mayNotBeAccessedByAnyLayer()
                .whereLayer("test kit")
                .mayNotBeAccessedByAnyLayer()
                .whereLayer("training")
                .mayNotBeAccessedByAnyLayer()
                .whereLayer("nodes")
                .mayOnlyBeAccessedByLayers("workbench")
                .whereLayer("platform")
                .mayOnlyBeAccessedByLayers("gateway", "vibration", "ecg", "irrigation")
                .whereLayer("telemetry")
                .mayOnlyBeAccessedByLayers(
                        "workbench", "nodes", "gateway", "vibration", "ecg", "irrigation", "platform", "test kit")
                .whereLayer("firmware")
                .mayOnlyBeAccessedByLayers("nodes", "workbench")
                .whereLayer("datasets")
                .mayOnlyBeAccessedByLayers(
                        "workbench", "nodes", "training", "ec57", "gateway", "vibration", "ecg", "irrigation")
                .whereLayer("ec57")
                .mayOnlyBeAccessedByLayers("training")
                .whereLayer("energy")
                .mayOnlyBeAccessedByLayers("workbench", "vibration")
                .whereLayer("runtime")
                .mayOnlyBeAccessedByLayers(
                        "workbench", "nodes", "training", "gateway", "vibration", "ecg", "irrigation", "platform")
                .because("the three apps share rooms below them and never each other, so that each can be run, "
                        + "replaced and certified alone")
                .check(Suite.classes());
    }

    @Test
    void sharedDspKnowsNoFrameworkAndNoOtherModule() {
        noClasses()
                .that()
                .resideInAPackage("io.milliwatt.dsp..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(FRAMEWORKS)
                .because("the same feature code runs in training, in the apps and, in integers, on the node")
                .check(Suite.classes());
    }

    @Test
    void tribuoAppearsOnlyInTraining() {
        noClasses()
                .that()
                .resideOutsideOfPackage("io.milliwatt.training..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.tribuo..")
                .because("apps and nodes run exported bundles; a demo must not fetch training libraries")
                .check(Suite.classes());
    }

    @Test
    void tarsosDspAppearsOnlyInSpectrumAndWindow() {
        noClasses()
                .that()
                .resideOutsideOfPackages("io.milliwatt.dsp.spectrum..", "io.milliwatt.dsp.window..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("be.tarsos..")
                .because("the transform can be replaced in one room, and its float-only scaling is undone there")
                .check(Suite.classes());
    }

    @Test
    void hl7MessagesAreWrittenInOneRoom() {
        noClasses()
                .that()
                .resideOutsideOfPackage("io.milliwatt.ecg.exchange.hl7v2..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("ca.uhn..")
                .because("the library can be replaced in one room, and no other format depends on it")
                .check(Suite.classes());
    }

    @Test
    void printedSheetsAreMadeInOneRoom() {
        noClasses()
                .that()
                .resideOutsideOfPackage("io.milliwatt.irrigation.export..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.openpdf..")
                .because("the library can be replaced in one room, and what is printed does not depend on it")
                .check(Suite.classes());
    }

    @Test
    void frameworksStayAtTheEdge() {
        noClasses()
                .that()
                .resideInAnyPackage(
                        "io.milliwatt.gateway..",
                        "io.milliwatt.vibration..",
                        "io.milliwatt.ecg..",
                        "io.milliwatt.irrigation..")
                .and()
                .resideOutsideOfPackages("..adapter..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(FRAMEWORKS)
                .because("domain rules are read, tested and reviewed without a server")
                .check(Suite.classes());
    }

    @Test
    void plainModulesUseNoServerFramework() {
        noClasses()
                .that()
                .resideInAnyPackage(
                        "io.milliwatt.telemetry..",
                        "io.milliwatt.runtime..",
                        "io.milliwatt.ec57..",
                        "io.milliwatt.energy..",
                        "io.milliwatt.datasets..",
                        "io.milliwatt.training..",
                        "io.milliwatt.firmware..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(FRAMEWORKS)
                .because("the contract, the engine and the readers are used from command lines and tests as well")
                .check(Suite.classes());
    }

    @Test
    void alarmRulesArePlainJava() {
        noClasses()
                .that()
                .resideInAPackage("io.milliwatt.platform.alarms")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(FRAMEWORKS)
                .because("an alarm's life cycle is proven against the standard's state table, apart from any server")
                .check(Suite.classes());
    }

    @Test
    void packagesHaveNoCycles() {
        slices().matching("io.milliwatt.(*).(*)..")
                .should()
                .beFreeOfCycles()
                .because("two rooms that need each other are one room")
                .check(Suite.classes());
    }

    @Test
    void noRoomHasAVagueName() {
        classes()
                .should()
                .resideOutsideOfPackages(
                        "..util..", "..utils..", "..common..", "..helper..", "..misc..", "..core..", "..manager..")
                .because("a room that can hold anything is where code gets lost")
                .check(Suite.classes());
        noClasses()
                .should()
                .haveNameMatching(".*(Util|Utils|Helper|Helpers|Manager|Impl)")
                .because("a class is named for what it is in the field")
                .check(Suite.classes());
    }
}
