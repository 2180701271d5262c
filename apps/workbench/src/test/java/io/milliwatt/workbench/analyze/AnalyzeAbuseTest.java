package io.milliwatt.workbench.analyze;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every broken input ends in a sentence or a flag, never in a silent number. */
class AnalyzeAbuseTest {

    private static final double RATE_HZ = 20000;
    private static final double RPM = 1500;

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(doubles = {1, 10, -1, 0.001})
    void gainAndSignDoNotChangeTheDiagnosis(double gain) throws IOException {
        AnalyzeRun run = analyze(
                csv(values -> Arrays.stream(values).map(v -> gain * v + 3).toArray()));
        assertThat(run.fault()).isEqualTo("outer-race");
    }

    @Test
    void withoutAUnitThereAreNoLevelsAndItSaysSo() throws IOException {
        Path file = csv(UnaryOperator.identity());
        assertThat(analyze(file).json().path("levels").isNull()).isTrue();
        assertThat(AnalyzeRun.of(file.toString(), "--rate", "20000", "--rpm", "1500", "--bearing", "6205")
                        .out())
                .contains("No levels or zones");
        AnalyzeRun inG = analyze(file, "--unit", "m/s2", "--group", "2", "--support", "rigid");
        assertThat(inG.json().path("levels").path("zones")).hasSize(1);
        assertThat(inG.json()
                        .path("levels")
                        .path("zones")
                        .get(0)
                        .path("edition")
                        .asText())
                .contains("20816-3");
    }

    @Test
    void aFewMissingSamplesAreBridgedAndFlaggedButManyAreRefused() throws IOException {
        AnalyzeRun few = analyze(csv(values -> with(values, 500, 520, Double.NaN)));
        assertThat(few.flagged("not-finite")).isTrue();
        assertThat(few.fault()).isEqualTo("outer-race");
        AnalyzeRun many = analyze(csv(values -> with(values, 500, 5000, Double.NaN)));
        assertThat(many.exitCode()).isEqualTo(1);
        assertThat(many.err()).contains("4500 of 40000 samples");
    }

    @Test
    void clippedConstantHeldAndShortSignalsAreFlagged() throws IOException {
        assertThat(analyze(csv(values -> Arrays.stream(values)
                                .map(v -> Math.clamp(v, -1.5, 1.5))
                                .toArray()))
                        .flagged("clipped"))
                .isTrue();
        AnalyzeRun constant = analyze(csv(values -> with(values, 0, values.length, 0.25)));
        assertThat(constant.flagged("constant")).isTrue();
        assertThat(constant.confidence()).isZero();
        assertThat(constant.json().path("features").path("crestFactor").isNull())
                .isTrue();
        assertThat(analyze(csv(values -> with(values, 9000, 9400, 0))).flagged("dropped-samples"))
                .isTrue();
        AnalyzeRun brief = analyze(csv(values -> Arrays.copyOf(values, 2000)));
        assertThat(brief.flagged("too-short")).isTrue();
        assertThat(brief.confidence()).isLessThanOrEqualTo(0.5);
        assertThat(analyze(csv(values -> Arrays.copyOf(values, 100))).err()).contains("at least 256 samples");
    }

    @Test
    void aSoundRecordingCarriesNoFlag() throws IOException {
        assertThat(analyze(csv(UnaryOperator.identity())).json().path("quality"))
                .isEmpty();
    }

    @Test
    void aClockColumnIsNoSignalAndContradictsAWrongRate() throws IOException {
        double[] values = outerRaceFault();
        String rows = java.util.stream.IntStream.range(0, values.length)
                .mapToObj(i -> i / RATE_HZ + "," + values[i])
                .collect(Collectors.joining("\n", "time,acceleration\n", "\n"));
        Path file = Files.writeString(folder.resolve("clock.csv"), rows);
        AnalyzeRun right = analyze(file);
        assertThat(right.json().path("channel").asText()).isEqualTo("acceleration");
        assertThat(right.flagged("rate-mismatch")).isFalse();
        AnalyzeRun wrong =
                AnalyzeRun.of(file.toString(), "--rate", "25600", "--rpm", "1500", "--bearing", "6205", "--json");
        assertThat(wrong.flagged("rate-mismatch")).isTrue();
    }

    @Test
    void rawSamplesInGzipNeedATypeAndGiveTheSameDiagnosis() throws IOException {
        double[] values = outerRaceFault();
        ByteBuffer bytes = ByteBuffer.allocate(2 * values.length).order(ByteOrder.LITTLE_ENDIAN);
        for (double value : values) {
            bytes.putShort((short) Math.round(2000 * value));
        }
        Path file = folder.resolve("capture.i16.gz");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
            out.write(bytes.array());
        }
        assertThat(analyze(file).err()).contains("int16");
        assertThat(analyze(file, "--type", "int16", "--scale", "0.0005").fault())
                .isEqualTo("outer-race");
        assertThat(analyze(file, "--type", "int24").exitCode()).isEqualTo(2);
    }

    @Test
    void foreignEmptyAndMissingFilesEndInASentence() throws IOException {
        Path foreign = Files.write(
                folder.resolve("picture.png"), new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10, 0, 0, 0, 13});
        Path empty = Files.createFile(folder.resolve("empty.csv"));
        Path prose = Files.writeString(
                folder.resolve("prose.txt"), "this is no recording\nbut a letter\n", StandardCharsets.UTF_8);
        for (Path file : new Path[] {foreign, empty, prose, folder.resolve("missing.mat")}) {
            AnalyzeRun run = analyze(file);
            assertThat(run.exitCode()).as(file.toString()).isEqualTo(1);
            assertThat(run.out()).isEmpty();
            assertThat(run.err()).contains(file.getFileName().toString()).doesNotContain("Exception");
        }
    }

    @Test
    void nothingIsGuessedOnTheCommandLine() throws IOException {
        String file = csv(UnaryOperator.identity()).toString();
        assertThat(AnalyzeRun.of(file, "--rpm", "1500", "--bearing", "6205").err())
                .contains("--rate")
                .contains("never guessed");
        assertThat(AnalyzeRun.of(file, "--rate", "20000", "--bearing", "6205").err())
                .contains("--rpm");
        assertThat(AnalyzeRun.of(file, "--rate", "20000", "--rpm", "1500").err())
                .contains("--bearing");
        assertThat(AnalyzeRun.of(file, "--rate", "20000", "--rpm", "0", "--bearing", "6205")
                        .err())
                .contains("--rpm must be a positive");
        assertThat(AnalyzeRun.of(file, "--rate", "20000", "--rpm", "1500", "--bearing", "6295")
                        .err())
                .contains("not in the catalogue")
                .contains("6205");
        assertThat(AnalyzeRun.of(file, "--rate", "20000", "--rpm", "1500", "--bearing", "9,40,30,0")
                        .err())
                .contains("pitch diameter");
        assertThat(AnalyzeRun.of(file, "--rate", "20000", "--rpm", "1500", "--bearing", "6205", "--unit", "mg")
                        .err())
                .contains("g or m/s2");
    }

    @Test
    void theGeometryMayBeStatedInsteadOfAName() throws IOException {
        AnalyzeRun run = AnalyzeRun.of(
                csv(UnaryOperator.identity()).toString(),
                "--rate",
                "20000",
                "--rpm",
                "1500",
                "--bearing",
                "9,7.94,39.04,0",
                "--json");
        assertThat(run.fault()).isEqualTo("outer-race");
    }

    private AnalyzeRun analyze(Path file, String... more) {
        String[] base = {file.toString(), "--rate", "20000", "--rpm", "1500", "--bearing", "6205", "--json"};
        String[] all = Arrays.copyOf(base, base.length + more.length);
        System.arraycopy(more, 0, all, base.length, more.length);
        return AnalyzeRun.of(all);
    }

    private Path csv(UnaryOperator<double[]> change) throws IOException {
        String text = Arrays.stream(change.apply(outerRaceFault()))
                .mapToObj(Double::toString)
                .collect(Collectors.joining("\n", "acceleration\n", "\n"));
        return Files.writeString(folder.resolve("recording.csv"), text);
    }

    /** Two seconds of a shaft with an outer-race fault of a 6205. */
    private static double[] outerRaceFault() {
        Random random = new Random(20);
        double[] values = new double[40000];
        double periodSeconds = 60 / RPM / 3.58478 / 0.99;
        for (int i = 0; i < values.length; i++) {
            double t = i / RATE_HZ;
            double sinceImpact = t % periodSeconds;
            values[i] = 2 * Math.exp(-900 * sinceImpact) * Math.sin(2 * Math.PI * 3500 * sinceImpact)
                    + 0.3 * random.nextGaussian()
                    + 0.2 * Math.sin(2 * Math.PI * RPM / 60 * t)
                    + 0.1 * Math.sin(4 * Math.PI * RPM / 60 * t);
        }
        return values;
    }

    private static double[] with(double[] values, int from, int to, double value) {
        double[] changed = values.clone();
        Arrays.fill(changed, from, to, value);
        return changed;
    }
}
