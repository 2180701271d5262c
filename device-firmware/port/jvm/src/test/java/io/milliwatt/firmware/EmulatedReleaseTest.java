package io.milliwatt.firmware;

import static org.assertj.core.api.Assertions.assertThat;

import io.milliwatt.datasets.RecordingFolder;
import io.milliwatt.datasets.catalogue.CwruDataSet;
import io.milliwatt.datasets.catalogue.CwruRecord;
import io.milliwatt.datasets.catalogue.MachineSignal;
import io.milliwatt.firmware.Corpus.Stretch;
import io.milliwatt.models.ReleasedModels;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The released vibration bundle on each emulated board: after a healthy recording from which the machine's baseline is
 * learnt, the windows of every CWRU recording give the values, verdict, probability and event of Java.
 */
class EmulatedReleaseTest {

    /** Of a recording; an emulated board takes a tenth of a second for one. {@code ./milliwatt firmware test} asks for all. */
    private static final int MOST_WINDOWS = Integer.getInteger("milliwatt.boards.windows", 3);

    private static final int ALL_WINDOWS = 365;

    /** The healthy recording, five windows long, so often that the baseline is learnt. */
    private static final int HEALTHY_REPEATS = 4;

    private static final int HEALTHY_WINDOWS = 5;

    @TempDir
    private static Path folder;

    private static Path corpus;
    private static int windows;

    @BeforeAll
    static void writeCorpus() throws Exception {
        Assumptions.assumeTrue(
                EmulatedBoard.missingPackages().isEmpty(),
                () -> "The emulated boards are not tested: install the Debian packages "
                        + String.join(", ", EmulatedBoard.missingPackages()) + ".");
        var recordings = RecordingFolder.find("vibration/cwru");
        Assumptions.assumeTrue(recordings.isPresent(), RecordingFolder.absence("vibration/cwru"));
        CwruDataSet cwru = CwruDataSet.open(recordings.orElseThrow());
        List<Stretch> life = new ArrayList<>();
        for (int repeat = 0; repeat < HEALTHY_REPEATS; repeat++) {
            life.add(stretch(cwru, CwruDataSet.records().getFirst(), HEALTHY_WINDOWS));
        }
        for (CwruRecord record : CwruDataSet.records()) {
            life.add(stretch(cwru, record, MOST_WINDOWS));
        }
        corpus = folder.resolve("corpus");
        try (Corpus writer = new Corpus(corpus)) {
            byte[] bundle = ReleasedModels.newest("vibration").orElseThrow().bundle();
            writer.bundle("released vibration", bundle, CwruRecipeTest.SENSOR, life, new SplittableRandom(9));
            windows = writer.cases();
        }
    }

    /** Whole windows only, so that none holds samples of two recordings. */
    private static Stretch stretch(CwruDataSet cwru, CwruRecord record, int mostWindows) throws Exception {
        MachineSignal signal = cwru.load(record, CwruDataSet.Sensor.DRIVE_END);
        short[] counts = CwruRecipeTest.counts(signal);
        int window = CwruRecipeTest.RECIPE.windowLength();
        int whole = Math.min(counts.length / window, mostWindows);
        return new Stretch(CwruRecipeTest.milliHertz(signal), Arrays.copyOf(counts, whole * window));
    }

    @ParameterizedTest
    @EnumSource(EmulatedBoard.class)
    void theReleasedModelGivesTheAnswersOfJavaOnEveryCwruRecording(EmulatedBoard board) throws Exception {
        EmulatedBoard.Run run = board.run("replay", corpus.toAbsolutePath().toString());
        assertThat(run.status()).as(run.output()).isZero();
        assertThat(windows - HEALTHY_REPEATS * HEALTHY_WINDOWS)
                .isEqualTo(Math.min(
                        ALL_WINDOWS, MOST_WINDOWS * CwruDataSet.records().size()));
        assertThat(run.output()).contains("replayed 1 records with " + windows + " cases, without memory for 0");
    }
}
