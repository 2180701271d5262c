package io.milliwatt.nodes.fleet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
