package io.milliwatt.irrigation.outlook;

import io.milliwatt.dsp.soil.frost.FrostWarning;
import io.milliwatt.dsp.soil.frost.HumidAir;
import io.milliwatt.irrigation.reason.Reason;
import io.milliwatt.irrigation.reason.ReasonCode;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/**
 * Frost in the hours to come.
 *
 * @param lowestCelsius expected
 * @param at when
 * @param dewPointCelsius then; empty without humidity
 * @param wetBulbCelsius then: what a wet leaf cools to, which is what sprinkling starts from
 */
public record FrostOutlook(
        Level level,
        double lowestCelsius,
        Instant at,
        OptionalDouble dewPointCelsius,
        OptionalDouble wetBulbCelsius,
        Reason reason) {

    /** Air at sea level where no pressure is measured, kPa. */
    private static final double PRESSURE = 101.3;

    /** How near it is. */
    public enum Level {
        NONE,
        POSSIBLE,
        LIKELY,
        NOW;

        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * @param current measured last; empty where nothing is measured
     * @param toCome forecast hours of the coming night
     * @param criticalCelsius that harms the crop in its stage
     * @return empty where there is neither measurement nor forecast
     */
    public static Optional<FrostOutlook> of(Optional<Hour> current, List<Hour> toCome, double criticalCelsius) {
        Optional<Hour> lowest =
                Stream.concat(current.stream(), toCome.stream()).min(Comparator.comparingDouble(Hour::celsius));
        return lowest.map(hour -> {
            OptionalDouble dewPoint = humid(hour)
                    .map(HumidAir::dewPointCelsius)
                    .map(OptionalDouble::of)
                    .orElse(OptionalDouble.empty());
            OptionalDouble wetBulb = humid(hour)
                    .map(air -> air.wetBulbCelsius(PRESSURE))
                    .map(OptionalDouble::of)
                    .orElse(OptionalDouble.empty());
            boolean now =
                    current.filter(seen -> seen.celsius() <= criticalCelsius).isPresent();
            FrostWarning warning = FrostWarning.of(hour.celsius(), dewPoint.orElse(hour.celsius()), criticalCelsius);
            return new FrostOutlook(
                    now ? Level.NOW : level(warning),
                    hour.celsius(),
                    hour.at(),
                    dewPoint,
                    wetBulb,
                    reason(now ? ReasonCode.FROST_NOW : code(warning), hour.celsius(), criticalCelsius, dewPoint));
        });
    }

    private static Optional<HumidAir> humid(Hour hour) {
        return hour.humidityPercent().isPresent()
                        && hour.humidityPercent().getAsDouble() > 0
                        && hour.humidityPercent().getAsDouble() <= 100
                ? Optional.of(
                        new HumidAir(hour.celsius(), hour.humidityPercent().getAsDouble()))
                : Optional.empty();
    }

    private static Level level(FrostWarning warning) {
        return switch (warning) {
            case NONE -> Level.NONE;
            case WATCH -> Level.POSSIBLE;
            case FROST, BLACK_FROST -> Level.LIKELY;
        };
    }

    private static ReasonCode code(FrostWarning warning) {
        return switch (warning) {
            case NONE -> ReasonCode.FROST_UNLIKELY;
            case WATCH -> ReasonCode.FROST_POSSIBLE;
            case FROST -> ReasonCode.FROST_LIKELY;
            case BLACK_FROST -> ReasonCode.FROST_BLACK;
        };
    }

    private static Reason reason(ReasonCode code, double celsius, double critical, OptionalDouble dewPoint) {
        Reason reason = Reason.of(code).with("celsius", celsius).with("criticalCelsius", critical);
        return dewPoint.isPresent() ? reason.with("dewPointCelsius", dewPoint.getAsDouble()) : reason;
    }
}
