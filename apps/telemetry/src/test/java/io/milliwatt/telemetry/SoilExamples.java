package io.milliwatt.telemetry;

import io.milliwatt.telemetry.SoilReading.AtDepth;
import io.milliwatt.telemetry.SoilReading.Forecast;
import io.milliwatt.telemetry.SoilReading.Need;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Soil readings for tests. */
public final class SoilExamples {
    private static final OptionalLong NONE = OptionalLong.empty();

    private SoilExamples() {}

    /** Everything that a reading can say. */
    public static SoilReading full() {
        return new SoilReading(
                List.of(
                        new AtDepth(
                                50,
                                OptionalLong.of(-3),
                                OptionalLong.of(-50),
                                SoilQuality.RANGE.mask() | SoilQuality.FROZEN.mask(),
                                Optional.of(new Forecast(-35, -90, Long.MIN_VALUE))),
                        new AtDepth(200, OptionalLong.of(310), NONE, 0, Optional.empty()),
                        new AtDepth(500, NONE, NONE, SoilQuality.GAP.mask(), Optional.of(new Forecast(0, 0, 1)))),
                OptionalLong.of(2950),
                OptionalLong.of(1027),
                OptionalLong.of(45),
                OptionalLong.of(128),
                OptionalLong.of(-310),
                OptionalLong.of(12_000),
                Optional.of(Need.SOON),
                SoilReading.WATER_CHANGED | SoilReading.RAINED);
    }

    /** A node whose only probe does not answer. */
    public static SoilReading silentProbe() {
        return SoilReading.of(List.of(new AtDepth(0, NONE, NONE, 0, Optional.empty())), NONE, NONE);
    }
}
