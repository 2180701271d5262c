package io.milliwatt.telemetry;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Soil water and temperature over depth, and what the node concludes from it.
 *
 * @param depths at least one, from the surface downwards
 * @param qualityFlags of all depths together, bits of {@link SoilQuality}
 * @param daysToRefillTenths until the refill line is reached if it stays dry, in 0.1 days; absent where the node cannot tell
 * @param rainTenthsMillimetre fallen since the node's boot, in 0.1 mm
 * @param flowLitres through the flow meter since the node's boot
 * @param reasons why the reading is told, bit set of the constants here
 */
public record SoilReading(
        List<AtDepth> depths,
        OptionalLong batteryMillivolts,
        OptionalLong qualityFlags,
        OptionalLong daysToRefillTenths,
        OptionalLong rainTenthsMillimetre,
        OptionalLong airTemperatureCentidegrees,
        OptionalLong flowLitres,
        Optional<Need> need,
        long reasons)
        implements FrameBody {
    public static final long KIND = 5;
    /** Nothing happened; the node says so once a day. */
    public static final long HEARTBEAT = 1;

    public static final long WATER_CHANGED = 2;
    public static final long QUALITY_CHANGED = 4;
    public static final long NEED_CHANGED = 8;
    public static final long STARTED = 16;
    public static final long RAINED = 32;
    public static final long VALVE_CHANGED = 64;
    /** The lines that the node was told are in force. */
    public static final long LINES_SET = 128;

    /** Whether the root zone wants water, in the contract's order, 0…2. */
    public enum Need {
        NONE,
        /** The refill line will be reached within the days that the node is told. */
        SOON,
        /** At the refill line or below it. */
        NOW
    }

    /**
     * One probe.
     *
     * @param waterContentPermille by volume, 0.1 %; absent when the probe did not answer
     * @param temperatureCentidegrees of the soil, 0.01 °C
     * @param qualityFlags bits of {@link SoilQuality}
     */
    public record AtDepth(
            long depthMillimetres,
            OptionalLong waterContentPermille,
            OptionalLong temperatureCentidegrees,
            long qualityFlags,
            Optional<Forecast> forecast) {
        public AtDepth {
            UnsignedRange.within(depthMillimetres, Long.MAX_VALUE, "depth");
            UnsignedRange.within(qualityFlags, Long.MAX_VALUE, "quality flags of a depth");
            if (waterContentPermille.isEmpty() && temperatureCentidegrees.isPresent()) {
                throw new IllegalArgumentException(
                        "a probe at " + depthMillimetres + " mm has a temperature but no water content; it needs both");
            }
        }

        /** A reading that nothing is said about. */
        public static AtDepth of(long depthMillimetres, long waterContentPermille, long temperatureCentidegrees) {
            return new AtDepth(
                    depthMillimetres,
                    OptionalLong.of(waterContentPermille),
                    OptionalLong.of(temperatureCentidegrees),
                    0,
                    Optional.empty());
        }
    }

    /**
     * By how much the water content of a depth will change from today's mean, in 0.01 % by volume.
     *
     * @param inOneDay to tomorrow's mean
     */
    public record Forecast(long inOneDay, long inThreeDays, long inSevenDays) {}

    public SoilReading {
        depths = List.copyOf(depths);
        if (depths.isEmpty()) {
            throw new IllegalArgumentException("a soil reading has no depth; it needs at least one");
        }
        UnsignedRange.within(reasons, Long.MAX_VALUE, "reasons of a soil reading");
    }

    /** A reading of probes alone. */
    public static SoilReading of(List<AtDepth> depths, OptionalLong batteryMillivolts, OptionalLong qualityFlags) {
        OptionalLong none = OptionalLong.empty();
        return new SoilReading(depths, batteryMillivolts, qualityFlags, none, none, none, none, Optional.empty(), 0);
    }

    /** Whether one of the reasons of telling it is this. */
    public boolean isToldFor(long reason) {
        return (reasons & reason) != 0;
    }

    @Override
    public long kind() {
        return KIND;
    }
}
