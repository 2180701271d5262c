package io.milliwatt.nodes.fleet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.milliwatt.nodes.heart.Battery;
import io.milliwatt.nodes.heart.BeatShape;
import io.milliwatt.nodes.heart.BedsideSensors;
import io.milliwatt.nodes.heart.Disturbance;
import io.milliwatt.nodes.heart.Rhythm;
import io.milliwatt.nodes.signal.DamagedPart;
import io.milliwatt.nodes.signal.SensorSignal;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FleetFileTest {
    private static final String FLEET = """
            {"machines": [{
              "id": "pump", "name": "Pump", "nodeId": 7, "nominalSpeedRpm": 1500,
              "bearing": {"name": "6205-2RS", "rollingElements": 9, "elementDiameterMillimetres": 7.94,
                          "pitchDiameterMillimetres": 39.04, "contactAngleDegrees": 0},
              "signal": {"shaftVelocityMillimetresPerSecond": [0.5], "noiseG": 0.04, "resonanceHz": 3000,
                         "resonanceDamping": 0.05, "recording": 97,
                         "damage": {"part": "inner-race", "startsAfterSeconds": 20, "growsForSeconds": 10, "impactG": 2}}
            }]}
            """;

    @TempDir
    private Path folder;

    @Test
    void aMachineIsReadWithItsDamage() throws Exception {
        NodeScenario node = read(FLEET).machines().getFirst();

        assertThat(node.nodeId()).isEqualTo(7);
        assertThat(node.signal().recording()).hasValue(97);
        assertThat(node.signal().damage()).get().satisfies(damage -> {
            assertThat(damage.part()).isEqualTo(DamagedPart.INNER_RACE);
            assertThat(damage.startsAfterSeconds()).isEqualTo(20);
        });
    }

    @Test
    void aNodeRestsBetweenBurstsWhereTheFileSaysSo() throws Exception {
        String resting = FLEET.replace(
                "\"nodeId\": 7,", "\"nodeId\": 7, \"bursts\": {\"windows\": 4, \"intervalSeconds\": 600},");

        assertThat(read(FLEET).machines().getFirst().bursts()).isEmpty();
        assertThat(read(resting).machines().getFirst().bursts()).hasValue(new NodeScenario.Bursts(4, 600));
    }

    @Test
    void withoutRecordingsThePhysicalModelTakesTheirPlace() throws Exception {
        SensorSignal signal = SignalSource.physical().of(read(FLEET).machines().getFirst(), 12_000);

        double[] block = new double[1200];
        signal.next(block);
        assertThat(signal.shaftSpeedHz()).isBetween(24.5, 25.5);
        assertThat(block[600]).isNotZero();
    }

    private static final String WARD = """
            {"patients": [{
              "bed": "4", "nodeId": 204, "record": "119",
              "battery": {"fullMillivolts": 4100, "emptyMillivolts": 3300, "lastsSeconds": 800, "lowMillivolts": 3500},
              "heart": {"ratePerMinute": 84, "conduction": "bundle-branch-block", "ventricularPerMinute": 3,
                        "episodes": [{"rhythm": "ventricular-tachycardia", "ratePerMinute": 172,
                                      "startsAfterSeconds": 30, "lastsSeconds": 12, "repeatsAfterSeconds": 300}]},
              "sensors": {"everySeconds": 10,
                          "first": {"spo2Percent": 96, "temperatureCelsius": 37.4, "systolicMmHg": 118, "diastolicMmHg": 74,
                                    "respirationPerMinute": 18, "consciousness": 0, "supplementalOxygen": false},
                          "later": {"startsAfterSeconds": 60, "takesSeconds": 100,
                                    "to": {"spo2Percent": 90, "temperatureCelsius": 39.4, "systolicMmHg": 98, "diastolicMmHg": 54,
                                           "respirationPerMinute": 28, "consciousness": 1, "supplementalOxygen": true}}}
            }]}
            """;

    @Test
    void aPatientsHeartIsReadAndWhatIsLeftOutIsHealthy() throws Exception {
        FleetFile fleet = read(WARD);
        PatientNode patient = fleet.patients().getFirst();

        assertThat(fleet.machines()).isEmpty();
        assertThat(patient.record()).hasValue("119");
        assertThat(patient.heart().conduction()).isEqualTo(BeatShape.BUNDLE_BRANCH_BLOCK);
        assertThat(patient.heart().disturbance()).isEqualTo(Disturbance.LITTLE);
        assertThat(patient.heart().episodes().getFirst().rhythm()).isEqualTo(Rhythm.VENTRICULAR_TACHYCARDIA);
    }

    @Test
    void theSensorsAtABedComeToShowWhatTheFileSays() throws Exception {
        BedsideSensors sensors = read(WARD).patients().getFirst().sensors().orElseThrow();

        assertThat(sensors.at(0).spo2Percent()).isEqualTo(96);
        assertThat(sensors.at(110).spo2Percent()).isEqualTo(93);
        assertThat(sensors.at(110).supplementalOxygen()).isTrue();
        assertThat(sensors.at(1_000).respirationPerMinute()).isEqualTo(28);
    }

    @Test
    void aBatteryFallsEvenlyAndIsChargedAgain() throws Exception {
        Battery battery = read(WARD).patients().getFirst().battery();
        assertThat(battery.millivoltsAt(0)).isEqualTo(4_100);
        assertThat(battery.millivoltsAt(600)).isEqualTo(3_500);
        assertThat(battery.millivoltsAt(799)).isEqualTo(3_301);
        assertThat(battery.millivoltsAt(1_000)).isEqualTo(3_900);
        assertThat(battery.lowMillivolts()).isEqualTo(3_500);
    }

    @Test
    void aBatteryThatDoesNotFallIsRefused() {
        assertThatThrownBy(() -> read(WARD.replace("\"emptyMillivolts\": 3300", "\"emptyMillivolts\": 4300")))
                .isInstanceOf(FleetException.class)
                .hasMessageContaining("from 4100 to 4300 mV");
    }

    @Test
    void vitalSignsThatCannotBeAreRefused() {
        assertThatThrownBy(() -> read(WARD.replace("\"diastolicMmHg\": 74", "\"diastolicMmHg\": 174")))
                .isInstanceOf(FleetException.class)
                .hasMessageContaining("118/174 mmHg");
    }

    @Test
    void aMissingFieldIsNamed() {
        assertThatThrownBy(() -> read(FLEET.replace("\"noiseG\": 0.04, ", "")))
                .isInstanceOf(FleetException.class)
                .hasMessageContaining("noiseG");
    }

    @Test
    void aNodeWithoutCredentialsIsRefused() throws Exception {
        Path file = Files.writeString(folder.resolve("nodes.json"), """
                {"nodes": [{"nodeId": 7, "password": "p", "key": "AAAA"}]}
                """);
        NodeAccounts accounts = NodeAccounts.read(file);

        assertThat(accounts.of(7).password()).isEqualTo("p");
        assertThatThrownBy(() -> accounts.of(8)).hasMessageContaining("Node 8");
        assertThat(accounts.of(7).toString()).doesNotContain("AAAA");
    }

    private FleetFile read(String json) throws Exception {
        return FleetFile.read(Files.writeString(folder.resolve("fleet.json"), json));
    }
}
