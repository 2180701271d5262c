package io.milliwatt.dsp.vibration.diagnosis;

import io.milliwatt.dsp.signal.Signal;
import io.milliwatt.dsp.statistics.Levels;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Faults of a recording that can be seen in its samples alone. The samples must be finite. */
public final class RecordingQuality {

    /** Standing still, an accelerometer gives its last few digits of noise. */
    private static final int RESTING_LEVELS = 12;

    /** Below this r.m.s. acceleration no machine of 15 kW and more turns; the stopped IMS records have 0.01 m/s². */
    private static final double RESTING_METRES_PER_SECOND_SQUARED = 0.03;

    /** A clipped signal holds its end value more often than all values within this share of its range below. */
    private static final double CLIP_NEIGHBOURHOOD = 0.02;

    private static final int LEAST_HELD_SAMPLES = 10;
    private static final double LEAST_HELD_SECONDS = 0.0005;

    private RecordingQuality() {}

    /** All flags that apply; empty for a sound recording. */
    public static List<QualityFlag> of(Signal signal) {
        double[] values = signal.values();
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        if (sorted[0] == sorted[sorted.length - 1]) {
            return List.of(flag(
                    QualityIssue.CONSTANT,
                    "All %d samples are %s: check the sensor and its cable.",
                    values.length,
                    sorted[0]));
        }
        List<QualityFlag> flags = new ArrayList<>();
        addResting(flags, signal, sorted);
        if (flags.isEmpty()) {
            addClipped(flags, sorted);
            addHeld(flags, signal, values);
        }
        return List.copyOf(flags);
    }

    static QualityFlag flag(QualityIssue issue, String message, Object... figures) {
        return new QualityFlag(issue, String.format(Locale.ROOT, message, figures));
    }

    private static void addResting(List<QualityFlag> flags, Signal signal, double[] sorted) {
        int levels = distinct(sorted);
        double rms = Levels.of(sorted).rms();
        boolean quiet = signal.unit().metresPerSecondSquared().isPresent()
                && rms * signal.unit().metresPerSecondSquared().getAsDouble() < RESTING_METRES_PER_SECOND_SQUARED;
        if (levels <= RESTING_LEVELS || quiet) {
            flags.add(flag(
                    QualityIssue.STOPPED,
                    "The machine does not turn: the signal is the sensor's own noise (rms %.2g %s, %d distinct values). Nothing is said about the bearing.",
                    rms,
                    signal.unit().symbol(),
                    levels));
        }
    }

    private static void addClipped(List<QualityFlag> flags, double[] sorted) {
        int count = sorted.length;
        double range = sorted[count - 1] - sorted[0];
        int top = count - firstAtLeast(sorted, sorted[count - 1]);
        int belowTop = count - firstAtLeast(sorted, sorted[count - 1] - CLIP_NEIGHBOURHOOD * range) - top;
        int bottom = firstAbove(sorted, sorted[0]);
        int aboveBottom = firstAbove(sorted, sorted[0] + CLIP_NEIGHBOURHOOD * range) - bottom;
        if ((top >= 3 && top > belowTop) || (bottom >= 3 && bottom > aboveBottom)) {
            flags.add(flag(
                    QualityIssue.CLIPPED,
                    "%d samples stand at the ends of the range (%.4g and %.4g): the signal is clipped; lower the gain. Levels and crest factor are too low.",
                    top + bottom,
                    sorted[0],
                    sorted[count - 1]));
        }
    }

    private static void addHeld(List<QualityFlag> flags, Signal signal, double[] values) {
        int least = Math.max(LEAST_HELD_SAMPLES, signal.sampleRate().samplesIn(LEAST_HELD_SECONDS));
        int held = 0;
        int runs = 0;
        int start = 0;
        for (int i = 1; i <= values.length; i++) {
            if (i == values.length || values[i] != values[start]) {
                if (i - start >= least) {
                    held += i - start;
                    runs++;
                }
                start = i;
            }
        }
        if (runs > 0) {
            flags.add(flag(
                    QualityIssue.DROPPED_SAMPLES,
                    "%d samples in %d places repeat one value: samples were dropped; check the link to the sensor.",
                    held,
                    runs));
        }
    }

    /** Distinct values, counted no further than needed. */
    private static int distinct(double[] sorted) {
        int distinct = 1;
        for (int i = 1; i < sorted.length && distinct <= 1000; i++) {
            if (sorted[i] != sorted[i - 1]) {
                distinct++;
            }
        }
        return distinct;
    }

    private static int firstAtLeast(double[] sorted, double value) {
        int low = 0;
        int high = sorted.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (sorted[middle] < value) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private static int firstAbove(double[] sorted, double value) {
        return firstAtLeast(sorted, Math.nextUp(value));
    }
}
