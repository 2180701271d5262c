package io.milliwatt.ecg.vitals;

import io.milliwatt.ecg.signal.SignalQuality;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What the node computed of one second of signal (recipe 2 of the contract). A value that the node does not know is absent.
 *
 * @param heartRatePerMinute absent as well while the signal is too poor
 * @param lastRrMillis 0 before the second beat
 * @param signalQualityPercent 0…100
 * @param ventricularShare of the last 64 beats, 0…1
 */
public record Numerics(
        Instant at,
        OptionalDouble heartRatePerMinute,
        long lastRrMillis,
        OptionalDouble respirationRatePerMinute,
        int beatsInWindow,
        int signalQualityPercent,
        AtrialFibrillation atrialFibrillation,
        double ventricularShare,
        long baselineWanderMicrovolts,
        long noiseMicrovolts,
        SignalQuality quality) {

    public static final long RECIPE_ID = 2;
    static final int VALUES = 9;
    private static final double TENTHS = 10;
    private static final double PERMILLE = 1000;

    /** Whether the rhythm is atrial fibrillation, as far as the node can tell. */
    public enum AtrialFibrillation {
        NO,
        YES,
        UNKNOWN;

        static AtrialFibrillation fromNumber(long number) {
            return number == 0 ? NO : number == 1 ? YES : UNKNOWN;
        }
    }

    /** Reads the values of a features frame; empty when it is of another recipe or of a form this server does not know. */
    public static Optional<Numerics> of(Instant at, long recipeId, List<Long> values, long qualityFlags) {
        if (recipeId != RECIPE_ID || values.size() < VALUES) {
            return Optional.empty();
        }
        SignalQuality quality = new SignalQuality(qualityFlags);
        return Optional.of(new Numerics(
                at,
                quality.isJudgeable() ? tenths(values.get(0)) : OptionalDouble.empty(),
                values.get(1),
                quality.isJudgeable() ? tenths(values.get(2)) : OptionalDouble.empty(),
                (int) Math.clamp(values.get(3), 0, Integer.MAX_VALUE),
                (int) Math.clamp(values.get(4), 0, 100),
                AtrialFibrillation.fromNumber(values.get(5)),
                values.get(6) / PERMILLE,
                values.get(7),
                values.get(8),
                quality));
    }

    private static OptionalDouble tenths(long value) {
        return value > 0 ? OptionalDouble.of(value / TENTHS) : OptionalDouble.empty();
    }
}
