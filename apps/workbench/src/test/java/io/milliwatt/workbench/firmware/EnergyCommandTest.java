package io.milliwatt.workbench.firmware;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.milliwatt.workbench.Workbench;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class EnergyCommandTest {

    private record Run(int status, String out, String err) {}

    private static Run energy(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        CommandLine commandLine =
                Workbench.commandLine().setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));
        String[] all = Stream.concat(Stream.of("firmware", "energy"), Stream.of(arguments))
                .toArray(String[]::new);
        return new Run(commandLine.execute(all), out.toString(), err.toString());
    }

    @Test
    void withoutOptionsTheBoardsAreComparedAndTheConstantsShown() {
        Run run = energy();
        assertThat(run.status()).isZero();
        assertThat(run.out())
                .startsWith("Energy estimate: ")
                .contains("vibration   m4-ble       4 windows every 10 min")
                .contains("vibration   m4-ble       continuous sampling")
                .contains("No estimate (m0-soil): Recipe 1 (vibration) cannot run on Cortex-M0")
                .contains("processor, running, nJ per cycle");
    }

    @Test
    void aBoardIsToldWithEveryPartAndTheSourceOfEveryConstant() {
        Run run = energy("--board", "m4-ble", "--burst-windows", "4", "--interval", "600");
        assertThat(run.out())
                .startsWith("Energy estimate (not a measurement): Recipe 1 (vibration) on Cortex-M4")
                .contains("asleep", "computing", "MLPerf Tiny", "typical, to be replaced by the board's own")
                .contains("cycles per instruction)");
    }

    @Test
    void aLifeIsPlannedFor() {
        Run run = energy("--life", "5");
        assertThat(run.status()).isZero();
        assertThat(run.out()).containsPattern("One burst every \\d+ min: \\d+\\.\\d years\\.");
        assertThat(energy("--life", "80").out()).contains("80.0 years cannot be had");
    }

    @Test
    void jsonTellsThatItIsAnEstimateAndFromWhat() throws Exception {
        JsonNode json = new ObjectMapper()
                .readTree(energy("--board", "m4-lorawan", "--delay", "900", "--json")
                        .out());
        assertThat(json.get("kind").asText()).isEqualTo("estimate");
        assertThat(json.get("planMet").asBoolean()).isTrue();
        assertThat(json.at("/constants/nanojoules_per_cycle/source").asText()).contains("MLPerf");
        double sum = 0;
        for (JsonNode part : json.get("millijoulesPerDay")) {
            sum += part.asDouble();
        }
        assertThat(sum).isCloseTo(json.get("totalMillijoulesPerDay").asDouble(), within(1e-6));
        assertThat(new ObjectMapper().readTree(energy("--json").out()).size()).isEqualTo(11);
    }

    @Test
    void whatCannotBeEstimatedIsASentenceAndStatusOne() {
        assertThat(energy("--board", "m0-soil").status()).isEqualTo(1);
        assertThat(energy("--board", "m0-soil").err()).startsWith("milliwatt: Recipe 1 (vibration) cannot run on");
        assertThat(energy("--board", "m7").err()).contains("There is no board profile 'm7'");
        assertThat(energy("--recipe", "ecg").err()).contains("There is no counted recipe 'ecg'");
        assertThat(energy("--burst-windows", "1", "--board", "m4-ble").err()).contains("judges nothing");
        assertThat(energy("--life", "5", "--interval", "60").err()).contains("not both");
        assertThat(energy("--life", "long").status()).isEqualTo(2);
    }
}
