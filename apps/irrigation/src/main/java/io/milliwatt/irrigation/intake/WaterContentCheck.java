package io.milliwatt.irrigation.intake;

import io.milliwatt.irrigation.probe.ReadingFlag;
import io.milliwatt.irrigation.reason.Reason;
import io.milliwatt.irrigation.reason.ReasonCode;
import java.util.Optional;
import java.util.OptionalDouble;

/** A water content as a sensor tells it, in per cent of volume. */
public final class WaterContentCheck {

    private static final double LARGEST_PERCENT = 100;
    /** Above its saturation a soil cannot hold water; a sensor may be off by as much as factory curves are. */
    private static final double BEYOND_SATURATION_PERCENT = 5;

    private WaterContentCheck() {}

    /**
     * Why it cannot be; empty where it can.
     *
     * @param saturationPercent of the soil at the sensor; empty where it is not known
     */
    public static Optional<Reason> of(double percent, OptionalDouble saturationPercent) {
        if (MissingCode.isOne(percent)) {
            return Optional.of(Reason.of(ReasonCode.MISSING_CODE).with("value", percent));
        }
        if (percent < 0) {
            return Optional.of(Reason.of(ReasonCode.WATER_CONTENT_NEGATIVE).with("value", percent));
        }
        if (percent > LARGEST_PERCENT) {
            return Optional.of(Reason.of(ReasonCode.WATER_CONTENT_OVER_ONE).with("value", percent));
        }
        if (saturationPercent.isPresent() && percent > saturationPercent.getAsDouble() + BEYOND_SATURATION_PERCENT) {
            return Optional.of(Reason.of(ReasonCode.READING_FLAGGED)
                    .with("value", percent)
                    .with("flag", ReadingFlag.RANGE.label())
                    .with("why", ReadingFlag.RANGE.reason()));
        }
        return Optional.empty();
    }
}
