package io.milliwatt.training.novelty;

import static org.assertj.core.api.Assertions.assertThat;

import io.milliwatt.datasets.RecordingFolder;
import io.milliwatt.datasets.catalogue.BearingFault;
import io.milliwatt.datasets.catalogue.CwruDataSet;
import io.milliwatt.datasets.catalogue.CwruRecord;
import io.milliwatt.datasets.catalogue.FemtoDataSet;
import io.milliwatt.datasets.catalogue.MachineSignal;
import io.milliwatt.datasets.recording.RecordingException;
import io.milliwatt.dsp.fixedpoint.recipe.Recipe;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/**
 * Is what a node learns itself worth anything? Real machines, the node's integers, nothing tuned on the result: against a
 * threshold on the root mean square (mean and six standard deviations of the same windows) and against step 19.
 */
class LearnedBaselineTest {

    private enum Detector {
        RMS,
        STEP_19,
        GAUSSIAN,
        K_MEANS,
        FOLLOWING;

        private int value(MachineHistory.Heard heard) {
            return switch (this) {
                case RMS -> heard.values()[TenthSecondRecipe.RMS_MILLI_G];
                case STEP_19 -> heard.values()[TenthSecondRecipe.ANOMALY];
                case GAUSSIAN -> heard.gaussianDistance();
                case K_MEANS -> heard.kMeansDistance();
                case FOLLOWING -> heard.followingDistance();
            };
        }

        /** Whether a window is over the threshold; step 19 by 20 spreads, as in the released model. */
        private boolean fires(MachineHistory history, MachineHistory.Heard heard) {
            return switch (this) {
                case RMS -> value(heard) > history.rmsThreshold();
                case STEP_19 -> heard.values()[TenthSecondRecipe.ANOMALY] >= 20 * 16;
                case GAUSSIAN -> heard.gaussianDistance() > history.gaussianThreshold();
                case K_MEANS -> heard.kMeansDistance() > history.kMeansThreshold();
                case FOLLOWING -> heard.followingDistance() > history.gaussianThreshold();
            };
        }
    }

    private static Path folder(String name) {
        Optional<Path> found = RecordingFolder.find(name);
        Assumptions.assumeTrue(found.isPresent(), RecordingFolder.absence(name));
        return found.orElseThrow();
    }

    /** Share of pairs that the detector ranks rightly; ties count half. */
    private static double area(int[] healthy, int[] damaged) {
        Arrays.sort(healthy);
        double ranked = 0;
        for (int each : damaged) {
            int below = 0;
            int notAbove = 0;
            for (int other : healthy) {
                below += other < each ? 1 : 0;
                notAbove += other <= each ? 1 : 0;
            }
            ranked += 0.5 * (below + notAbove);
        }
        return ranked / healthy.length / damaged.length;
    }

    private static int[] values(List<MachineHistory.Heard> windows, Detector detector) {
        return windows.stream().mapToInt(detector::value).toArray();
    }

    /**
     * CWRU: the node learns from the first half of the only healthy record, over and over, since it lasts two and a half
     * seconds; then it hears the second half, and the damaged bearings, each for itself.
     */
    @Test
    void theDamagedBearingsOfCwruAreUnlikeTheHealthyOne() throws RecordingException {
        CwruDataSet cwru = CwruDataSet.open(folder("vibration/cwru"));
        Recipe recipe = TenthSecondRecipe.at(12_000);
        MachineSignal healthy = cwru.load(CwruDataSet.records().getFirst(), CwruDataSet.Sensor.DRIVE_END);
        int half = healthy.signal().size() / 2 / 1200 * 1200;
        MachineHistory quiet = learnt(recipe, part(healthy, 0, half));
        quiet.hear(part(healthy, half, 2 * half));
        Map<String, List<MachineHistory.Heard>> bearings = new TreeMap<>();
        for (CwruRecord record : CwruDataSet.records()) {
            if (record.fault() != BearingFault.NONE) {
                MachineHistory history = learnt(recipe, part(healthy, 0, half));
                history.hear(cwru.load(record, CwruDataSet.Sensor.DRIVE_END));
                bearings.computeIfAbsent(record.bearing(), name -> new ArrayList<>())
                        .addAll(history.heard());
            }
        }
        for (Detector detector : Detector.values()) {
            double[] areas = bearings.values().stream()
                    .mapToDouble(windows -> area(values(quiet.heard(), detector), values(windows, detector)))
                    .sorted()
                    .toArray();
            long falseAlarms = quiet.heard().stream()
                    .filter(window -> detector.fires(quiet, window))
                    .count();
            double[] found = bearings.values().stream()
                    .mapToDouble(windows -> windows.stream()
                                    .filter(window -> detector.fires(quiet, window))
                                    .count()
                            / (double) windows.size())
                    .sorted()
                    .toArray();
            System.out.printf(
                    Locale.ROOT,
                    "CWRU %-9s AUROC by bearing: mean %.4f, worst %.4f; windows over the threshold: healthy %d of %d, "
                            + "damaged mean %.3f, worst bearing %.3f%n",
                    detector,
                    mean(areas),
                    areas[0],
                    falseAlarms,
                    quiet.heard().size(),
                    mean(found),
                    found[0]);
            // Seeded faults are so loud that every detector ranks them; this only shows that learning does no harm.
            assertThat(areas).hasSize(9);
            assertThat(areas[0]).isGreaterThan(0.99);
            assertThat(found[0]).isGreaterThan(0.95);
            assertThat(falseAlarms).isLessThanOrEqualTo(3);
        }
    }

    private static MachineHistory learnt(Recipe recipe, MachineSignal healthy) {
        MachineHistory history = new MachineHistory(recipe);
        while (!history.isLearnt()) {
            history.hear(healthy);
        }
        history.heard().clear();
        return history;
    }

    private static MachineSignal part(MachineSignal whole, int from, int to) {
        return new MachineSignal(whole.signal().slice(from, to), whole.shaftSpeedRpm());
    }

    /** FEMTO: six bearings from their first turn to 20 g; a node on each learns its first three quarters of an hour. */
    @Test
    void theLastTenthOfABearingsLifeIsUnlikeItsBeginning() throws RecordingException {
        FemtoDataSet femto = FemtoDataSet.open(folder("vibration/femto"));
        Map<Detector, double[]> areas = new TreeMap<>();
        for (FemtoDataSet.Life life : FemtoDataSet.lives()) {
            MachineHistory history = new MachineHistory(TenthSecondRecipe.at(25_600));
            femto.snapshots(life).forEach(history::hear);
            int all = history.heard().size();
            int beforeJudging = life.snapshotCount() - all;
            int last = all - life.snapshotCount() / 10;
            int middle = all / 2;
            for (Detector detector : Detector.values()) {
                double area = area(
                        values(history.heard().subList(0, middle), detector),
                        values(history.heard().subList(last, all), detector));
                areas.computeIfAbsent(detector, each -> new double[0]);
                areas.put(detector, append(areas.get(detector), area));
                System.out.printf(
                        Locale.ROOT,
                        "FEMTO %s (%.1f h) %-9s AUROC %.4f; over the threshold: first half judged %.3f, last tenth %.3f; first alarm %s%n",
                        life.bearing(),
                        life.snapshotCount() / 360.0,
                        detector,
                        area,
                        share(history, detector, 0, middle),
                        share(history, detector, last, all),
                        firstAlarm(history, detector, beforeJudging, life.snapshotCount()));
            }
        }
        for (Detector detector : Detector.values()) {
            System.out.printf(
                    Locale.ROOT,
                    "FEMTO %-9s mean AUROC %.4f, worst %.4f%n",
                    detector,
                    mean(areas.get(detector)),
                    Arrays.stream(areas.get(detector)).min().orElseThrow());
        }
        double level = mean(areas.get(Detector.RMS));
        double step19 = mean(areas.get(Detector.STEP_19));
        assertThat(mean(areas.get(Detector.GAUSSIAN))).isGreaterThan(0.85).isGreaterThan(Math.max(level, step19) + 0.1);
        assertThat(mean(areas.get(Detector.K_MEANS))).isGreaterThan(0.8).isGreaterThan(Math.max(level, step19) + 0.1);
        // A baseline that follows its machine follows its wear too: this is why a learnt baseline is frozen.
        assertThat(mean(areas.get(Detector.FOLLOWING))).isLessThan(mean(areas.get(Detector.GAUSSIAN)));
    }

    private static double share(MachineHistory history, Detector detector, int from, int to) {
        return history.heard().subList(from, to).stream()
                        .filter(window -> detector.fires(history, window))
                        .count()
                / (double) (to - from);
    }

    /** Three of four windows over the threshold; told as share of the life and minutes before its end. */
    private static String firstAlarm(MachineHistory history, Detector detector, int before, int all) {
        int recent = 0;
        for (int window = 0; window < history.heard().size(); window++) {
            recent = (recent << 1 | (detector.fires(history, history.heard().get(window)) ? 1 : 0)) & 15;
            if (Integer.bitCount(recent) >= 3) {
                return String.format(
                        Locale.ROOT,
                        "at %.0f %% of the life, %d min before its end",
                        100.0 * (before + window) / all,
                        (all - before - window) / 6);
            }
        }
        return "never";
    }

    private static double mean(double[] values) {
        return Arrays.stream(values).average().orElseThrow();
    }

    private static double[] append(double[] values, double value) {
        double[] longer = Arrays.copyOf(values, values.length + 1);
        longer[values.length] = value;
        return longer;
    }
}
