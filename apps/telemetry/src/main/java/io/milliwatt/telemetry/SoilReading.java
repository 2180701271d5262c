package io.milliwatt.telemetry;

import java.util.List;
import java.util.OptionalLong;

/**
 * Soil moisture and temperature over depth.
 *
 * @param depths at least one, from the surface downwards
 */
public record SoilReading(List<AtDepth> depths, OptionalLong batteryMillivolts, OptionalLong qualityFlags)
        implements FrameBody {
    public static final long KIND = 5;

    /**
     * One probe.
     *
     * @param waterContentPermille by volume, 0.1 %
     * @param temperatureCentidegrees 0.01 °C
     */
    public record AtDepth(long depthMillimetres, long waterContentPermille, long temperatureCentidegrees) {}

    public SoilReading {
        depths = List.copyOf(depths);
        if (depths.isEmpty()) {
            throw new IllegalArgumentException("a soil reading has no depth; it needs at least one");
        }
    }

    @Override
    public long kind() {
        return KIND;
    }
}
