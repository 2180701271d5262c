package io.milliwatt.telemetry;

import java.util.List;
import java.util.OptionalLong;

/**
 * The values of one window of signal, as the node's feature recipe computed them.
 *
 * @param values in the recipe's order, scale and unit
 * @param qualityFlags bit set of the constants here, 0 when nothing is wrong
 * @param verdict the domain's class number; absent while the node has none
 * @param probability of the verdict, 0…255 for 0…1
 */
public record Features(
        long recipeId,
        long recipeVersion,
        List<Long> values,
        long qualityFlags,
        OptionalLong verdict,
        OptionalLong probability,
        OptionalLong modelVersion)
        implements FrameBody {
    public static final long KIND = 2;
    public static final long CLIPPED = 1;
    public static final long FLAT_LINE = 2;
    public static final long MACHINE_STOPPED = 4;
    public static final long SPEED_IMPLAUSIBLE = 8;
    public static final long WARMING_UP = 16;
    public static final long SENSOR_FAULT = 32;
    /** The signal is too poor for heart beats to be judged; they are told as unclassifiable, abstained. */
    public static final long CANNOT_TELL = 64;

    public Features {
        values = List.copyOf(values);
        probability.ifPresent(value -> UnsignedRange.within(value, 255, "probability"));
    }

    /** Features of a window on which the model has not spoken. */
    public static Features withoutVerdict(long recipeId, long recipeVersion, List<Long> values, long qualityFlags) {
        OptionalLong none = OptionalLong.empty();
        return new Features(recipeId, recipeVersion, values, qualityFlags, none, none, none);
    }

    /** Whether a quality flag is set. */
    public boolean has(long flag) {
        return (qualityFlags & flag) != 0;
    }

    @Override
    public long kind() {
        return KIND;
    }
}
