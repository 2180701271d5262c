package io.milliwatt.workbench.analyze;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.milliwatt.datasets.RecordingFolder;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The physics on published recordings; skipped where they are not at hand. */
class AnalyzeRecordingsTest {

    private static Path folder;

    @BeforeAll
    static void findRecordings() {
        var found = RecordingFolder.find();
        assumeTrue(
                found.isPresent(),
                "The recordings are not at hand; set MILLIWATT_DATA to their folder to run these tests.");
        folder = found.get().resolve("vibration");
    }

    @ParameterizedTest
    @CsvSource({
        "105, 1797, inner-race", "106, 1772, inner-race", "107, 1748, inner-race", "108, 1721, inner-race",
        "169, 1796, inner-race", "170, 1774, inner-race", "171, 1752, inner-race", "172, 1728, inner-race",
        "209, 1797, inner-race", "210, 1774, inner-race", "211, 1752, inner-race", "212, 1728, inner-race",
        "130, 1796, outer-race", "131, 1773, outer-race", "132, 1750, outer-race", "133, 1725, outer-race",
        "234, 1796, outer-race", "235, 1771, outer-race", "236, 1748, outer-race", "237, 1721, outer-race"
    })
    void clearRaceFaultsAreNamedWithConfidence(int number, int rpm, String fault) {
        AnalyzeRun run = cwru(number, 12000, rpm, "DE");
        assertThat(run.fault()).isEqualTo(fault);
        assertThat(run.confidence()).isGreaterThan(0.8);
        assertThat(run.json()
                        .path("diagnosis")
                        .path("evidence")
                        .get(0)
                        .path("harmonicsFound")
                        .asInt())
                .isGreaterThanOrEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource({
        "118, 1796",
        "119, 1772",
        "120, 1748",
        "121, 1722",
        "185, 1796",
        "186, 1772",
        "187, 1749",
        "188, 1724",
        "222, 1796",
        "223, 1774"
    })
    void ballFaultsAreNeverCalledARace(int number, int rpm) {
        assertThat(cwru(number, 12000, rpm, "DE").fault()).isIn("none", "unidentified", "rolling-element");
    }

    /** Their envelopes hold BPFI with side bands and nothing of the ball: whatever is named must be named with doubt. */
    @ParameterizedTest
    @CsvSource({"224, 1754", "225, 1729"})
    void ballRecordsThatShowInnerRaceLinesAreNotNamedWithHighConfidence(int number, int rpm) {
        assertThat(cwru(number, 12000, rpm, "DE").confidence()).isLessThan(0.8);
    }

    @ParameterizedTest
    @CsvSource({"DE, 6205", "FE, 6203"})
    void theHealthyMachineHasNoFault(String channel, String bearing) {
        AnalyzeRun run = AnalyzeRun.of(
                file("cwru/97.mat"),
                "--channel",
                channel,
                "--rate",
                "48000",
                "--rpm",
                "1796",
                "--bearing",
                bearing,
                "--unit",
                "g",
                "--json");
        assertThat(run.fault()).isEqualTo("none");
        assertThat(run.json().path("quality")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"12000", "24000"})
    void aSamplingRateThatContradictsTheSpeedIsFlaggedAndDoubted(int rateHz) {
        AnalyzeRun run = cwru(97, rateHz, 1796, "DE");
        assertThat(run.flagged("speed-mismatch")).isTrue();
        assertThat(run.confidence()).isLessThanOrEqualTo(0.2);
    }

    @ParameterizedTest
    @CsvSource({
        "2004.02.19.06.22.39.gz, 1",
        "2004.02.19.06.22.39.gz, 4",
        "2004.04.18.02.42.55.gz, 1",
        "2004.04.18.02.42.55.gz, 3"
    })
    void aStoppedMachineIsNeitherHealthyNorFailed(String name, String channel) {
        AnalyzeRun run = ims(name, channel);
        assertThat(run.flagged("stopped")).isTrue();
        assertThat(run.confidence()).isZero();
        assertThat(run.json().path("levels").isNull()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "2003.10.22.12.06.24.gz, 1",
        "2003.10.22.12.06.24.gz, 8",
        "2004.02.12.10.32.39.gz, 1",
        "2004.02.12.10.42.39.gz, 4"
    })
    void freshRollerBearingsHaveNoFault(String name, String channel) {
        AnalyzeRun run = ims(name, channel);
        assertThat(run.fault()).isEqualTo("none");
        assertThat(run.flagged("stopped")).isFalse();
    }

    /** Impacts are there, but at no order of a 6306: neither healthy nor a part of that bearing. */
    @ParameterizedTest
    @CsvSource({"105, 1797", "130, 1796", "209, 1797", "234, 1796"})
    void impactsOfAnotherBearingAreUnidentified(int number, int rpm) {
        AnalyzeRun run = AnalyzeRun.of(
                file("cwru/" + number + ".mat"),
                "--channel",
                "DE",
                "--rate",
                "12000",
                "--rpm",
                "" + rpm,
                "--bearing",
                "6306",
                "--json");
        assertThat(run.fault()).isEqualTo("unidentified");
        assertThat(run.json()
                        .path("diagnosis")
                        .path("evidence")
                        .get(0)
                        .path("sentence")
                        .asText())
                .contains("Impacts repeat at");
    }

    @Test
    void severalChannelsAreListedAndNoneIsChosen() {
        AnalyzeRun run = AnalyzeRun.of(file("cwru/105.mat"), "--rate", "12000", "--rpm", "1797", "--bearing", "6205");
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err())
                .contains("X105_DE_time")
                .contains("X105_FE_time")
                .contains("X105_BA_time")
                .contains("--channel");
    }

    private static AnalyzeRun cwru(int number, int rateHz, int rpm, String channel) {
        return AnalyzeRun.of(
                file("cwru/" + number + ".mat"),
                "--channel",
                channel,
                "--rate",
                "" + rateHz,
                "--rpm",
                "" + rpm,
                "--bearing",
                "6205-2RS",
                "--json");
    }

    private static AnalyzeRun ims(String name, String channel) {
        return AnalyzeRun.of(
                file("ims/" + name),
                "--channel",
                channel,
                "--rate",
                "20480",
                "--rpm",
                "2000",
                "--bearing",
                "ZA-2115",
                "--unit",
                "g",
                "--json");
    }

    private static String file(String name) {
        return folder.resolve(name).toString();
    }
}
