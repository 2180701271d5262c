package io.milliwatt.datasets.wfdb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.milliwatt.datasets.recording.RecordingException;
import io.milliwatt.datasets.recording.SampleLimit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every kind of damage, once refused with a sentence and once flagged with what is left. */
class DamagedRecordTest {
    private static final int FRAMES = 30_000;

    @TempDir
    Path folder;

    private final int[] samples = new int[FRAMES];

    @BeforeEach
    void writeARecordOfTwoFiles() throws IOException {
        Arrays.setAll(samples, i -> i % 1000 - 400);
        WfdbWriter.into(folder)
                .write(new WfdbRecord(
                        RecordLine.of("r", 360, FRAMES),
                        List.of(
                                WfdbSignal.of(SignalLine.of("a.dat", SignalFormat.PACKED_12, 200, 0, "MLII"), samples),
                                WfdbSignal.of(SignalLine.of("b.dat", SignalFormat.SIGNED_16, 200, 0, "V5"), samples)),
                        List.of(),
                        List.of()));
    }

    @Test
    void oneChangedSampleBreaksTheChecksum() throws IOException {
        byte[] bytes = Files.readAllBytes(folder.resolve("a.dat"));
        bytes[3 * 5000] ^= 4;
        Files.write(folder.resolve("a.dat"), bytes);
        refused("a.dat is damaged: the samples of signal \"MLII\" add up to checksum");
        WfdbRecord left = flagged("a.dat is damaged: the samples of signal \"MLII\"");
        assertThat(left.signals().getFirst().sample(10_000)).isEqualTo(samples[10_000] ^ 4);
        assertThat(left.signals().getLast().samples()).isEqualTo(samples);
    }

    @Test
    void aWrongInitialValueIsToldWithBothValues() throws IOException {
        rewrite("a.dat 212 200(0)/mV 12 0 -400", "a.dat 212 200(0)/mV 12 0 -399");
        refused("begins with -400, the header states -399");
        assertThat(flagged("begins with -400").signals().getFirst().samples()).isEqualTo(samples);
    }

    @Test
    void aFileThatIsCutShortLeavesItsBeginAndGapsBehindIt() throws IOException {
        Files.write(folder.resolve("b.dat"), Arrays.copyOf(Files.readAllBytes(folder.resolve("b.dat")), 40_001));
        refused("b.dat is cut short: it holds 20000 samples per signal, the header states 30000");
        WfdbRecord left = flagged("b.dat is cut short");
        assertThat(left.recordLine().frameCount()).isEqualTo(FRAMES);
        assertThat(Arrays.copyOf(left.signals().getLast().samples(), 20_000)).isEqualTo(Arrays.copyOf(samples, 20_000));
        assertThat(left.signals().getLast().sample(20_000)).isEqualTo(WfdbSignal.MISSING);
        assertThat(left.signals().getFirst().samples()).isEqualTo(samples);
    }

    @Test
    void withoutAStatedLengthTheFilesMustBeOfOneLength() throws IOException {
        rewrite("r 2 360 30000", "r 2 360");
        assertThat(WfdbReader.refusingDamage()
                        .read(folder.resolve("r"))
                        .recordLine()
                        .frameCount())
                .isEqualTo(FRAMES);
        Files.write(folder.resolve("b.dat"), new byte[200]);
        refused("b.dat is cut short: it holds 100 samples per signal, other files of the record hold 30000");
    }

    @Test
    void aMissingFileLeavesTheOthers() throws IOException {
        Files.delete(folder.resolve("a.dat"));
        refused("a.dat does not exist or may not be read");
        WfdbRecord left = flagged("a.dat does not exist");
        assertThat(left.signals().getFirst().samples()).containsOnly(WfdbSignal.MISSING);
        assertThat(left.signals().getLast().samples()).isEqualTo(samples);
    }

    @Test
    void anUnknownFormatLeavesTheOthers() throws IOException {
        rewrite("a.dat 212", "a.dat 516");
        refused("r.hea states format 516 for a.dat, which is none of 8, 16, 24");
        assertThat(flagged("states format 516").signals().getLast().samples()).isEqualTo(samples);
    }

    @Test
    void moreSamplesThanStatedAreToldOfButNoDamage() throws IOException {
        rewrite("r 2 360 30000", "r 2 360 29000");
        String header = Files.readString(folder.resolve("r.hea"));
        Files.writeString(folder.resolve("r.hea"), header.replaceAll("-400 -?[0-9]+ 0 .*", "-400"));
        WfdbRecord read = WfdbReader.refusingDamage().read(folder.resolve("r"));
        assertThat(read.signals().getFirst().length()).isEqualTo(29_000);
        assertThat(read.findings())
                .hasSize(2)
                .allMatch(finding -> finding.contains("holds more than the 29000 samples"));
    }

    /** Two thousand million samples are stated and none are there: no memory is asked for. */
    @Test
    void aHugeStatedLengthIsRefusedBeforeMemoryIsAskedFor() throws IOException {
        rewrite("r 2 360 30000", "r 2 360 2000000000");
        refused("r.hea states 2000000000 frames of 2 samples, and " + SampleLimit.SAMPLES
                + " samples are the most that are read here");
        assertThatThrownBy(() -> WfdbReader.flaggingDamage().read(folder.resolve("r")))
                .isInstanceOf(RecordingException.class);
        rewrite("r 2 360 2000000000", "r 2 360 9999999999999999999");
        refused("has \"9999999999999999999\" as its number of samples, which is no count in line 1");
    }

    @Test
    void filesOutsideOfTheHeadersFolderAreNotRead() throws IOException {
        rewrite("a.dat 212", "../a.dat 212");
        refused("r.hea names the file ../a.dat, which is not in the header's folder");
        rewrite("../a.dat 212", "/etc/passwd 212");
        assertThatThrownBy(() -> WfdbReader.flaggingDamage().read(folder.resolve("r")))
                .hasMessageContaining("/etc/passwd, which is not in the header's folder");
    }

    @Test
    void aRecordWithoutSignalsOrSamplesIsRead() throws IOException {
        Files.writeString(folder.resolve("e.hea"), "e 0 360 100\n");
        assertThat(WfdbReader.refusingDamage().read(folder.resolve("e")).signals())
                .isEmpty();
        Files.writeString(folder.resolve("e.hea"), "e 1 360\ne.dat 212 200\n");
        Files.write(folder.resolve("e.dat"), new byte[0]);
        assertThat(WfdbReader.refusingDamage()
                        .read(folder.resolve("e"))
                        .signals()
                        .getFirst()
                        .length())
                .isZero();
        Files.writeString(folder.resolve("e.hea"), "e 1 360 50\n~ 0 200 12 0 0 0 0 MLII\n");
        assertThat(WfdbReader.refusingDamage()
                        .read(folder.resolve("e"))
                        .signals()
                        .getFirst()
                        .samples())
                .hasSize(50)
                .containsOnly(WfdbSignal.MISSING);
        Files.writeString(folder.resolve("e.hea"), "");
        assertThatThrownBy(() -> WfdbReader.flaggingDamage().read(folder.resolve("e")))
                .hasMessageContaining("holds no record line");
        assertThatThrownBy(() -> WfdbReader.flaggingDamage().read(folder.resolve("absent")))
                .hasMessageContaining("absent.hea does not exist");
    }

    /** Skewed samples stand before the record's first one: wfdb-python's 100skew has 3 of them in its second signal. */
    @Test
    void aSkewedSignalIsMovedAndItsEndIsMissing() throws IOException {
        rewrite("b.dat 16", "b.dat 16:3");
        WfdbSignal skewed =
                WfdbReader.refusingDamage().read(folder.resolve("r")).signals().getLast();
        assertThat(skewed.sample(0)).isEqualTo(samples[3]);
        assertThat(skewed.sample(FRAMES - 4)).isEqualTo(samples[FRAMES - 1]);
        assertThat(skewed.sample(FRAMES - 3)).isEqualTo(WfdbSignal.MISSING);
    }

    @Test
    void aPreambleIsSkippedAndItsAbsenceIsDamage() throws IOException {
        rewrite("b.dat 16", "b.dat 16+10");
        refused("b.dat is cut short: it holds 29995 samples");
        byte[] withPreamble = new byte[10 + 2 * FRAMES];
        System.arraycopy(Files.readAllBytes(folder.resolve("b.dat")), 0, withPreamble, 10, 2 * FRAMES);
        Files.write(folder.resolve("b.dat"), withPreamble);
        assertThat(WfdbReader.refusingDamage()
                        .read(folder.resolve("r"))
                        .signals()
                        .getLast()
                        .samples())
                .isEqualTo(samples);
        Files.write(folder.resolve("b.dat"), new byte[9]);
        refused("b.dat is shorter than the 10 bytes that the header states before its first sample");
    }

    private void rewrite(String part, String by) throws IOException {
        String text = Files.readString(folder.resolve("r.hea"));
        assertThat(text).contains(part);
        Files.writeString(folder.resolve("r.hea"), text.replace(part, by));
    }

    private void refused(String problem) {
        assertThatThrownBy(() -> WfdbReader.refusingDamage().read(folder.resolve("r")))
                .isInstanceOf(RecordingException.class)
                .hasMessageContaining(problem);
    }

    private WfdbRecord flagged(String problem) throws IOException {
        WfdbRecord left = WfdbReader.flaggingDamage().read(folder.resolve("r"));
        assertThat(left.findings()).anyMatch(finding -> finding.contains(problem));
        return left;
    }
}
