package io.milliwatt.firmware;

import static org.assertj.core.api.Assertions.assertThat;

import io.milliwatt.datasets.RecordingFolder;
import io.milliwatt.datasets.catalogue.BearingFault;
import io.milliwatt.datasets.catalogue.CwruDataSet;
import io.milliwatt.datasets.catalogue.CwruDataSet.Sensor;
import io.milliwatt.datasets.catalogue.CwruRecord;
import io.milliwatt.datasets.catalogue.MachineSignal;
import io.milliwatt.datasets.recording.RecordingException;
import io.milliwatt.dsp.fixedpoint.FaultOrders;
import io.milliwatt.dsp.fixedpoint.recipe.FeatureVector;
import io.milliwatt.dsp.fixedpoint.recipe.Recipe;
import io.milliwatt.dsp.fixedpoint.recipe.Recipes;
import io.milliwatt.dsp.fixedpoint.recipe.SensorConfiguration;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The node's features on every window of the CWRU recordings, drive end, ±16 g on 16 bits. */
class CwruRecipeTest {

    private static final int NANO_G_PER_COUNT = 488_281;
    static final SensorConfiguration SENSOR =
            new SensorConfiguration(NANO_G_PER_COUNT, FaultOrders.of(3.5848, 5.4152, 4.7135, 0.39828));
    static final Recipe RECIPE = Recipes.vibration();

    private static CwruDataSet recordings;

    @BeforeAll
    static void findRecordings() throws RecordingException {
        var folder = RecordingFolder.find("vibration/cwru");
        Assumptions.assumeTrue(folder.isPresent(), RecordingFolder.absence("vibration/cwru"));
        recordings = CwruDataSet.open(folder.orElseThrow());
    }

    @Test
    void javaAndTheFirmwareAgreeOnEveryWindow() throws RecordingException {
        int windows = 0;
        SplittableRandom random = new SplittableRandom(6);
        for (CwruRecord record : CwruDataSet.records()) {
            MachineSignal signal = recordings.load(record, Sensor.DRIVE_END);
            short[] counts = counts(signal);
            int speed = milliHertz(signal);
            List<FeatureVector> inC = RecipeParityTest.inC(RECIPE, SENSOR, speed, counts, random);
            assertThat(inC)
                    .as(record.file().name())
                    .isEqualTo(RecipeParityTest.inJava(RECIPE, SENSOR, speed, counts, random));
            windows += inC.size();
        }
        assertThat(windows).isEqualTo(365);
    }

    /** Inner-race damage of 7 mil shows the inner race's comb and nothing like it for the others; so does the outer race's. */
    @Test
    void aDamagedRaceRaisesItsOwnLines() throws RecordingException {
        for (CwruRecord record : CwruDataSet.records()) {
            if (record.faultSizeMil() != 7 || record.fault() == BearingFault.ROLLING_ELEMENT) {
                continue;
            }
            boolean inner = record.fault() == BearingFault.INNER_RACE;
            for (FeatureVector vector : settled(record)) {
                short own = vector.value(RECIPE.indexOf(inner ? "lineInner" : "lineOuter"));
                short other = vector.value(RECIPE.indexOf(inner ? "lineOuter" : "lineInner"));
                assertThat(own - other).as(record.file().name()).isGreaterThan(128);
            }
        }
    }

    /** Healthy scores lie below 0.75 decades (vibration-scout 1.1: rule threshold 1.4 … 1.8), and its level is that of the file. */
    @Test
    void theHealthyMachineShowsNoLines() throws RecordingException {
        CwruRecord healthy = CwruDataSet.records().getFirst();
        assertThat(healthy.fault()).isEqualTo(BearingFault.NONE);
        List<FeatureVector> vectors = settled(healthy);
        assertThat(vectors).hasSize(4);
        for (FeatureVector vector : vectors) {
            for (String line : List.of("lineInner", "lineBall", "lineOuter")) {
                assertThat((int) vector.value(RECIPE.indexOf(line))).isBetween(0, 192);
            }
            assertThat((int) vector.value(RECIPE.indexOf("anomaly"))).isZero();
            assertThat((int) vector.value(RECIPE.indexOf("accelerationRms"))).isBetween(60, 80);
        }
    }

    /**
     * The first windows of the healthy record, repeated until the baseline is learnt, then every damaged bearing at the same
     * load: the sum passes the 20 spreads of an alarm within ten windows on each of the nine.
     */
    @Test
    void everyDamagedBearingIsFarFromTheHealthyBaseline() throws RecordingException {
        short[] healthy = counts(recordings.load(CwruDataSet.records().getFirst(), Sensor.DRIVE_END));
        for (CwruRecord record : CwruDataSet.records()) {
            if (record.fault() == BearingFault.NONE || record.loadHorsepower() != 0) {
                continue;
            }
            MachineSignal signal = recordings.load(record, Sensor.DRIVE_END);
            short[] life = repeatedThen(healthy, 20, counts(signal));
            List<FeatureVector> vectors =
                    RecipeParityTest.inC(RECIPE, SENSOR, milliHertz(signal), life, new SplittableRandom(7));
            int anomaly = RECIPE.indexOf("anomaly");
            assertThat((int) vectors.get(19).value(anomaly)).as("healthy").isLessThan(20 * 16);
            assertThat((int) vectors.get(29).value(anomaly))
                    .as(record.bearing())
                    .isGreaterThan(20 * 16);
        }
    }

    private static short[] repeatedThen(short[] healthy, int windows, short[] damaged) {
        int window = RECIPE.windowLength();
        short[] life = new short[(windows + 10) * window];
        for (int i = 0; i < windows; i++) {
            System.arraycopy(healthy, i % 5 * window, life, i * window, window);
        }
        System.arraycopy(damaged, 0, life, windows * window, 10 * window);
        return life;
    }

    /** Without the first window, in which the filters settle. */
    private static List<FeatureVector> settled(CwruRecord record) throws RecordingException {
        MachineSignal signal = recordings.load(record, Sensor.DRIVE_END);
        List<FeatureVector> all =
                RecipeParityTest.inC(RECIPE, SENSOR, milliHertz(signal), counts(signal), new SplittableRandom(8));
        return all.subList(1, all.size());
    }

    static int milliHertz(MachineSignal signal) {
        return (int) Math.round(signal.shaftSpeedRpm() * 1_000 / 60);
    }

    static short[] counts(MachineSignal signal) {
        double[] samplesG = signal.signal().values();
        short[] counts = new short[samplesG.length];
        for (int i = 0; i < counts.length; i++) {
            double count = Math.rint(samplesG[i] * 1e9 / NANO_G_PER_COUNT);
            counts[i] = (short) Math.clamp(count, Short.MIN_VALUE, Short.MAX_VALUE);
        }
        return counts;
    }
}
