package io.milliwatt.dsp.vibration.diagnosis;

import io.milliwatt.dsp.signal.Signal;
import io.milliwatt.dsp.spectrum.Welch;
import io.milliwatt.dsp.statistics.OrderStatistics;
import io.milliwatt.dsp.vibration.FaultFrequency;
import io.milliwatt.dsp.vibration.FaultOrders;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Finds the shaft by its harmonics, in the plain spectrum and (first two only, for bearing lines may lie near higher ones) in the envelopes.
 */
final class ShaftSpeedSearch {

    /** Stated speeds are name-plate or tacho readings; a slipping motor is within this of either. */
    private static final double TOLERANCE = 0.03;

    private static final int HARMONICS = 8;
    private static final int ENVELOPE_HARMONICS = 2;
    private static final double LIMIT_DECIBELS = 15;
    private static final double SHARPNESS = 0.1;
    private static final double CLEAR_DECIBELS = 8;

    /** How far the shaft's score must stand above what wrong speeds score. */
    private static final double MARGIN_DECIBELS = 1.5;

    /** Leaving out the multiples of these unmasks a bearing comb near a whole order, which has no other harmonics. */
    private static final int[] LEFT_OUT = {1, 3, 4, 5, 6, 7};

    private static final double RATIO_TOLERANCE = 0.01;

    /** A full family of shaft lines: healthy and faulty records at their right rate stay 4 dB below at all ratios tried. */
    private static final double FAMILY_DECIBELS = 12;

    /** Looseness writes half orders of its own. */
    private static final double HALF_ORDER_DECIBELS = 14;

    private final List<LineHeights> views = new ArrayList<>();
    private final double statedHz;
    private final FaultOrders orders;

    ShaftSpeedSearch(Signal signal, List<EnvelopeView> envelopes, double statedHz, FaultOrders orders) {
        this.orders = orders;
        this.statedHz = statedHz;
        double seconds = Math.min(signal.durationSeconds(), Math.max(signal.durationSeconds() / 2, 120 / statedHz));
        Welch welch = Welch.hann(Math.max(16, signal.sampleRate().samplesIn(seconds)));
        views.add(LineHeights.of(
                welch.of(signal), statedHz / 2, Math.min(signal.sampleRate().nyquistHz(), 70 * statedHz)));
        envelopes.forEach(envelope -> views.add(envelope.heights()));
    }

    ShaftSpeed find() {
        double near = bestNear(statedHz, TOLERANCE);
        double score = score(near, ENVELOPE_HARMONICS);
        double[] elsewhere = scoresElsewhere();
        boolean found = score > OrderStatistics.quantile(elsewhere, 0.9) + MARGIN_DECIBELS;
        double ratio = contradictingRatio(found);
        return found && ratio == 1
                ? new ShaftSpeed(statedHz, refined(near), true, 1)
                : new ShaftSpeed(statedHz, statedHz, false, ratio);
    }

    /**
     * A sampling rate mistaken by a whole factor moves the shaft's family to a simple ratio of the stated speed. The first ratio at which the plain
     * spectrum shows a full family; 1 where none does. Families at a multiple count only where the stated speed has none, and not where a
     * fault order of the bearing would write them.
     */
    private double contradictingRatio(boolean found) {
        for (double ratio : new double[] {1 / 8.0, 1 / 4.0, 1 / 3.0, 1 / 2.0, 2, 4, 8}) {
            if (ratio < 1 || (!found && !isFaultOrder(ratio))) {
                double needed = ratio == 0.5 ? HALF_ORDER_DECIBELS : FAMILY_DECIBELS;
                if (score(bestNear(ratio * statedHz, RATIO_TOLERANCE), 0) >= needed) {
                    return ratio;
                }
            }
        }
        return 1;
    }

    private boolean isFaultOrder(double order) {
        for (FaultFrequency frequency : FaultFrequency.values()) {
            double faultOrder = frequency.order(orders);
            for (int multiple = 1; multiple * faultOrder < 1.1 * order; multiple++) {
                if (Math.abs(multiple * faultOrder / order - 1) < TOLERANCE) {
                    return true;
                }
            }
        }
        return false;
    }

    private double bestNear(double centreHz, double tolerance) {
        double step = Math.min(0.001, 0.075 * views.getFirst().stepHz() / centreHz);
        double best = centreHz;
        double bestScore = -1;
        for (double offset = -tolerance; offset <= tolerance; offset += step) {
            double candidate = centreHz * (1 + offset);
            double score = score(candidate, ENVELOPE_HARMONICS) + SHARPNESS * sharpness(candidate);
            if (score > bestScore) {
                bestScore = score;
                best = candidate;
            }
        }
        return best;
    }

    /** Heights exactly on the plain spectrum's harmonics: tells apart the speeds that score alike because each may miss by a bin. */
    private double sharpness(double shaftHz) {
        double sum = 0;
        for (int harmonic = 1; harmonic <= HARMONICS; harmonic++) {
            sum += Math.clamp(
                    views.getFirst().between(harmonic * shaftHz), 0, CombScore.LIMIT_DECIBELS + LIMIT_DECIBELS);
        }
        return sum / HARMONICS;
    }

    /** Mean height of the harmonics, the least over all choices of multiples left out. */
    private double score(double shaftHz, int envelopeHarmonics) {
        double[] heights = new double[HARMONICS + 1];
        for (int harmonic = 1; harmonic <= HARMONICS; harmonic++) {
            for (LineHeights view : harmonic <= envelopeHarmonics ? views : views.subList(0, 1)) {
                double height = view.at(harmonic * shaftHz);
                if (height > heights[harmonic]) {
                    heights[harmonic] = Math.min(height, LIMIT_DECIBELS);
                }
            }
        }
        double least = LIMIT_DECIBELS;
        for (int leftOut : LEFT_OUT) {
            double sum = 0;
            int count = 0;
            for (int harmonic = 1; harmonic <= HARMONICS; harmonic++) {
                if (leftOut == 1 || harmonic % leftOut != 0) {
                    sum += heights[harmonic];
                    count++;
                }
            }
            least = Math.min(least, sum / count);
        }
        return least;
    }

    /** Scores at speeds that share no low harmonic with the stated one. */
    private double[] scoresElsewhere() {
        List<Double> scores = new ArrayList<>();
        for (int i = 0; scores.size() < 40; i++) {
            double ratio = 0.55 + 1.2 * ((i * 0.6180339887498949) % 1);
            boolean related = false;
            for (double simple : new double[] {1 / 2.0, 2 / 3.0, 3 / 4.0, 1, 4 / 3.0, 3 / 2.0}) {
                related |= Math.abs(ratio - simple) < 0.045;
            }
            if (!related) {
                scores.add(bestOnCoarseGrid(ratio * statedHz));
            }
        }
        return scores.stream().mapToDouble(Double::doubleValue).toArray();
    }

    private double bestOnCoarseGrid(double centreHz) {
        double best = 0;
        for (double offset = -TOLERANCE; offset <= TOLERANCE; offset += 0.002) {
            best = Math.max(best, score(centreHz * (1 + offset), ENVELOPE_HARMONICS));
        }
        return best;
    }

    /** Weighted median of what each clear harmonic's exact place says, three times from the last answer. */
    private double refined(double roughHz) {
        double hertz = roughHz;
        for (int round = 0; round < 3; round++) {
            List<double[]> estimates = new ArrayList<>();
            for (int view = 0; view < views.size(); view++) {
                addEstimates(estimates, views.get(view), view == 0 ? HARMONICS + 2 : ENVELOPE_HARMONICS, hertz);
            }
            if (!estimates.isEmpty()) {
                hertz = weightedMedian(estimates);
            }
        }
        return hertz;
    }

    private static void addEstimates(List<double[]> estimates, LineHeights view, int harmonics, double hertz) {
        for (int harmonic = 1; harmonic <= harmonics; harmonic++) {
            double peakHz = view.peakHz(harmonic * hertz, 1.5 * view.stepHz());
            double height = view.at(peakHz);
            if (height > CLEAR_DECIBELS) {
                estimates.add(new double[] {
                    peakHz / harmonic, harmonic / view.stepHz() * Math.min(height, CombScore.LIMIT_DECIBELS)
                });
            }
        }
    }

    private static double weightedMedian(List<double[]> estimates) {
        estimates.sort(Comparator.comparingDouble(estimate -> estimate[0]));
        double total = estimates.stream().mapToDouble(estimate -> estimate[1]).sum();
        double passed = 0;
        for (double[] estimate : estimates) {
            passed += estimate[1];
            if (passed >= total / 2) {
                return estimate[0];
            }
        }
        return estimates.getLast()[0];
    }
}
