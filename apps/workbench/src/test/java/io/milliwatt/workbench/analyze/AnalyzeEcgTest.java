package io.milliwatt.workbench.analyze;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.milliwatt.datasets.ecg.EcgLead;
import io.milliwatt.datasets.ecg.EcgRecording;
import io.milliwatt.datasets.ecg.EdfExport;
import io.milliwatt.datasets.ecg.WfdbExport;
import io.milliwatt.datasets.edf.EdfHeader;
import io.milliwatt.datasets.edf.EdfWriter;
import io.milliwatt.datasets.wfdb.Annotation;
import io.milliwatt.datasets.wfdb.AnnotationCode;
import io.milliwatt.datasets.wfdb.AnnotationFile;
import io.milliwatt.datasets.wfdb.SignalFormat;
import io.milliwatt.datasets.wfdb.WfdbReader;
import io.milliwatt.datasets.wfdb.WfdbWriter;
import io.milliwatt.models.ReleasedModels;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Two minutes of a heart made by code: a beat every 0.8 s, each twelfth one broad, large and 0.25 s early. The model is
 * {@code HeartBundles.plain().unsigned()} of the firmware's tests, which calls broad beats of another shape ventricular.
 */
class AnalyzeEcgTest {
    private static final int SECONDS = 120;
    private static final double INTERVAL_SECONDS = 0.8;
    private static final double EARLY_SECONDS = 0.25;
    private static final int EACH = 12;

    @TempDir
    Path folder;

    private Path model;

    @BeforeEach
    void takeTheModelOutOfTheResources() throws IOException {
        model = folder.resolve("plain-heart.mwm");
        try (InputStream in = AnalyzeEcgTest.class.getResourceAsStream("plain-heart.mwm")) {
            Files.copy(in, model);
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {100, 128, 249.89, 360, 500, 1000})
    void aHeartIsReadAlikeAtEveryRate(double rateHz) throws IOException {
        Path record = wfdb(lead(rateHz, 200, 1024, "mV"), SignalFormat.SIGNED_16);
        Path file = folder.resolve("r.mw");
        JsonNode report = analyze(record, "--annotations", file.toString()).json();
        assertThat(report.path("beats").path("V").asInt()).isBetween(9, 12);
        assertThat(report.path("beats").path("N").asInt()).isBetween(118, 138);
        assertThat(report.path("heartRatePerMinute").path("mean").asInt()).isBetween(73, 77);
        assertThat(report.path("sampleRateHz").asDouble()).isEqualTo(rateHz);
        // This heart does not breathe: a rate may be told or not, but never one that nobody has.
        assertThat(report.path("respirationRatePerMinute").asDouble(15)).isBetween(4.0, 60.0);
        assertThat(report.path("annotations").asText()).isEqualTo(file.toString());
        AnnotationFile written = WfdbReader.refusingDamage().annotations(file);
        assertThat(written.timeResolutionHz()).isEmpty();
        List<Double> beats = beatSeconds();
        List<Annotation> found =
                written.annotations().stream().filter(a -> a.code().isBeat()).toList();
        assertThat(found).hasSize(report.path("beats").path("all").asInt()).allSatisfy(annotation -> {
            double seconds = annotation.sample() / rateHz;
            assertThat(beats).anyMatch(beat -> Math.abs(beat - seconds) < 0.05);
        });
        assertThat(written.annotations())
                .anyMatch(a -> a.code() == AnnotationCode.RHYTHM_CHANGE
                        && a.auxiliary().equals("(N"));
    }

    /** Gains from a tenth to ten million counts per millivolt, an inverted converter, and baselines beyond 16 bits. */
    @ParameterizedTest
    @CsvSource({"1000, 0, mV", "0.2, 8000, uV", "-200, 0, mV", "3000000, 8000000, mV", "400000, -2000000, mV"})
    void aHeartIsReadAlikeInEveryUnit(double countsPerUnit, int baseline, String unit) throws IOException {
        JsonNode report = analyze(wfdb(lead(360, countsPerUnit, baseline, unit), SignalFormat.SIGNED_32))
                .json();
        JsonNode plain =
                analyze(wfdb(lead(360, 200, 0, "mV"), SignalFormat.SIGNED_16)).json();
        assertThat(report.path("beats").path("all").asInt())
                .isEqualTo(plain.path("beats").path("all").asInt());
        assertThat(report.path("beats").path("V").asInt()).isBetween(9, 12);
    }

    @Test
    void anEdfFileTellsWhatItsAnnotationsCount() throws IOException {
        Path edf = folder.resolve("r.edf");
        EdfWriter.write(EdfExport.of(recording(lead(500, 200, 0, "mV")), EdfHeader.UNKNOWN_PATIENT), edf);
        Path file = folder.resolve("r.mw");
        AnalyzeRun run = analyze(edf, "--annotations", file.toString());
        assertThat(run.json().path("beats").path("V").asInt()).isBetween(9, 12);
        assertThat(WfdbReader.refusingDamage().annotations(file).timeResolutionHz())
                .hasValue(500);
    }

    @Test
    void peopleReadBeatsRhythmsAndTheNotice() throws IOException {
        Path record = wfdb(lead(360, 200, 0, "mV"), SignalFormat.SIGNED_16);
        AnalyzeRun run = AnalyzeRun.in("ecg", record.toString(), "--model", model.toString());
        assertThat(run.exitCode()).isZero();
        assertThat(run.out())
                .contains("signal MLII: 2:00 at 360 Hz, model plain-heart.mwm")
                .contains("per minute")
                .contains("ventricular")
                .contains("not a certified medical device");
    }

    /** Ten seconds off the patient: no asystole, but a lead that is off. */
    @Test
    void aGapIsALeadThatIsOffAndNoAsystole() throws IOException {
        EcgLead whole = lead(360, 200, 0, "mV");
        int[] samples = whole.samples();
        Arrays.fill(samples, 60 * 360, 70 * 360, EcgLead.MISSING);
        JsonNode report = analyze(wfdb(EcgLead.of("MLII", 360, samples, 200, 0, "mV"), SignalFormat.SIGNED_16))
                .json();
        assertThat(report.path("seconds").path("leadOff").asInt()).isBetween(5, 14);
        List<String> episodes = new ArrayList<>();
        report.path("episodes")
                .forEach(episode -> episodes.add(episode.path("name").asText()));
        assertThat(episodes).contains("lead off").doesNotContain("asystole");
        assertThat(report.path("remarks").get(0).asText()).startsWith("3600 of 43200 samples were not recorded");
    }

    @Test
    void aDamagedRecordIsReadAndTheReportSaysSo() throws IOException {
        Path record = wfdb(lead(360, 200, 0, "mV"), SignalFormat.SIGNED_16);
        byte[] bytes = Files.readAllBytes(folder.resolve("r.dat"));
        Files.write(folder.resolve("r.dat"), Arrays.copyOf(bytes, bytes.length / 2));
        JsonNode report = analyze(record).json();
        assertThat(report.path("beats").path("all").asInt()).isBetween(60, 75);
        assertThat(report.path("remarks").get(0).asText()).contains("r.dat is cut short: it holds 21600 samples");
    }

    @Test
    void whatCannotBeAnalysedGetsOneSentence() throws IOException {
        refused(
                "--signal V7",
                "r has no signal 'V7'. It holds: MLII (mV)",
                wfdb(lead(360, 200, 0, "mV"), SignalFormat.SIGNED_16));
        refused(
                "",
                "has 99.0 samples per second; 100 to 1000 can be analysed",
                wfdb(lead(99, 200, 0, "mV"), SignalFormat.SIGNED_16));
        refused(
                "",
                "r has no lead that is a voltage: MLII (mmHg)",
                wfdb(lead(360, 200, 0, "mmHg"), SignalFormat.SIGNED_16));
        refused(
                "--signal 1",
                "is in mmHg, which is no voltage",
                wfdb(lead(360, 200, 0, "mmHg"), SignalFormat.SIGNED_16));
        refused(
                "",
                "which is no ECG; check its gain and unit",
                wfdb(EcgLead.of("MLII", 360, new int[] {-40_000, 40_000}, 2e-5, 0, "mV"), SignalFormat.SIGNED_32));
        refused("", "absent.hea does not exist", folder.resolve("absent"));
        refused(
                "--model " + folder.resolve("r.hea"),
                "is no bundle that watches hearts",
                wfdb(lead(360, 200, 0, "mV"), SignalFormat.SIGNED_16));
        Path vibration = folder.resolve("vibration.mwm");
        Files.write(vibration, ReleasedModels.newest("vibration").orElseThrow().bundle());
        refused(
                "--model " + vibration,
                "vibration.mwm cannot watch this heart",
                wfdb(lead(360, 200, 0, "mV"), SignalFormat.SIGNED_16));
        refused(
                "--annotations " + folder.resolve("no/such/r.mw"),
                "could not be written",
                wfdb(lead(360, 200, 0, "mV"), SignalFormat.SIGNED_16));
    }

    @Test
    void aRecordingOfNothingIsRefused() throws IOException {
        refused(
                "",
                "Signal MLII of r holds no samples. Check whether the recording was ended before it began.",
                wfdb(EcgLead.of("MLII", 360, new int[0], 200, 0, "mV"), SignalFormat.SIGNED_16));
    }

    @Test
    void anUnknownFormatIsNamed() throws IOException {
        Path record = wfdb(lead(360, 200, 0, "mV"), SignalFormat.SIGNED_16);
        Path header = folder.resolve("r.hea");
        Files.writeString(header, Files.readString(header).replace("r.dat 16", "r.dat 999"));
        refused("", "states format 999 for r.dat, which is none of 8, 16, 24", record);
    }

    @Test
    void theFileOfTheSamplesIsNotTheRecord() throws IOException {
        wfdb(lead(360, 200, 0, "mV"), SignalFormat.SIGNED_16);
        refused(
                "",
                "r.dat holds samples without their rate and gain. Name the record by its header, as in r.",
                folder.resolve("r.dat"));
    }

    private void refused(String options, String sentence, Path record) {
        List<String> arguments = new ArrayList<>(List.of(record.toString()));
        if (!options.isEmpty()) {
            arguments.addAll(List.of(options.split(" ")));
        }
        if (!options.contains("--model")) {
            arguments.addAll(List.of("--model", model.toString()));
        }
        AnalyzeRun run = AnalyzeRun.in("ecg", arguments.toArray(String[]::new));
        assertThat(run.exitCode()).as(run.out()).isEqualTo(1);
        assertThat(run.err()).contains(sentence);
        assertThat(run.out()).isEmpty();
    }

    private AnalyzeRun analyze(Path record, String... options) {
        List<String> arguments = new ArrayList<>(List.of(record.toString(), "--json", "--model", model.toString()));
        arguments.addAll(List.of(options));
        AnalyzeRun run = AnalyzeRun.in("ecg", arguments.toArray(String[]::new));
        assertThat(run.exitCode()).as(run.err()).isZero();
        return run;
    }

    private Path wfdb(EcgLead lead, SignalFormat format) throws IOException {
        WfdbWriter.into(folder).write(WfdbExport.of(recording(lead), "r", format));
        return folder.resolve("r");
    }

    private static EcgRecording recording(EcgLead lead) {
        return new EcgRecording(
                "r", lead.sampleRateHz(), List.of(lead), Optional.empty(), List.of(), List.of(), List.of());
    }

    private static List<Double> beatSeconds() {
        List<Double> beats = new ArrayList<>();
        for (int i = 0; (i + 1) * INTERVAL_SECONDS < SECONDS; i++) {
            beats.add((i + 0.5) * INTERVAL_SECONDS - (isVentricular(i) ? EARLY_SECONDS : 0));
        }
        return beats;
    }

    private static boolean isVentricular(int beat) {
        return beat % EACH == EACH - 1;
    }

    /** P, R and T waves as sums of bells; a ventricular beat is one broad R and a T of the other sign. */
    private static EcgLead lead(double rateHz, double countsPerUnit, int baseline, String unit) {
        double millivolt = unit.equals("uV") ? 1000 * countsPerUnit : countsPerUnit;
        double[] values = new double[(int) (SECONDS * rateHz)];
        List<Double> beats = beatSeconds();
        for (int i = 0; i < beats.size(); i++) {
            boolean ventricular = isVentricular(i);
            add(values, rateHz, beats.get(i), ventricular ? 2.2 : 1.1, ventricular ? 0.035 : 0.012);
            add(values, rateHz, beats.get(i) + 0.3, ventricular ? -0.4 : 0.25, 0.04);
            if (!ventricular) {
                add(values, rateHz, beats.get(i) - 0.17, 0.12, 0.02);
            }
        }
        int[] samples = Arrays.stream(values)
                .mapToInt(value -> baseline + (int) Math.round(value * millivolt))
                .toArray();
        return EcgLead.of("MLII", rateHz, samples, countsPerUnit, baseline, unit);
    }

    private static void add(double[] values, double rateHz, double atSeconds, double height, double widthSeconds) {
        int from = Math.max(0, (int) ((atSeconds - 5 * widthSeconds) * rateHz));
        int to = Math.min(values.length - 1, (int) ((atSeconds + 5 * widthSeconds) * rateHz));
        for (int i = from; i <= to; i++) {
            double distance = (i / rateHz - atSeconds) / widthSeconds;
            values[i] += height * Math.exp(-distance * distance / 2);
        }
    }
}
