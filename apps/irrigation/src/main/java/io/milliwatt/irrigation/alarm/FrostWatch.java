package io.milliwatt.irrigation.alarm;

import io.milliwatt.irrigation.reason.Reason;
import io.milliwatt.irrigation.reason.ReasonCode;
import io.milliwatt.platform.alarms.Observation.Measured;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Frost that harms a crop of a site: one alarm for the site, by the crop that bears least. What this time of the year usually brings is no evidence of
 * a frost tomorrow, so only a measurement and a provider's word count; without either there is no alarm, and one that stood is over.
 */
public final class FrostWatch {

    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm");

    private FrostWatch() {}

    /**
     * The lowest temperature that there is evidence of.
     *
     * @param measured rather than expected
     */
    public record Lowest(double celsius, Instant at, boolean measured) {

        /** The colder of two. */
        public static Lowest colder(Lowest one, Lowest other) {
            return other.celsius() < one.celsius() ? other : one;
        }
    }

    /**
     * @param criticalCelsius at which frost harms, by the name of the crop
     * @return empty where nothing can be harmed or nothing is known
     */
    public static Optional<Finding> look(
            AlarmSource site,
            ZoneId timeZone,
            Map<String, Double> criticalCelsius,
            Optional<Lowest> lowest,
            Instant now) {
        return criticalCelsius.entrySet().stream()
                .max(Map.Entry.<String, Double>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                .flatMap(crop -> lowest.map(evidence -> finding(site, timeZone, crop, evidence, now)));
    }

    private static Finding finding(
            AlarmSource site, ZoneId timeZone, Map.Entry<String, Double> crop, Lowest lowest, Instant now) {
        Reason reason = Reason.of(lowest.measured() ? ReasonCode.FROST_MEASURED : ReasonCode.FROST_EXPECTED)
                .with("celsius", lowest.celsius())
                .with("at", CLOCK.format(lowest.at().atZone(timeZone)))
                .with("crop", crop.getKey())
                .with("criticalCelsius", crop.getValue());
        return new Finding(
                site,
                FarmRules.frost(crop.getValue(), reason.sentence()),
                new Measured(now, lowest.celsius()),
                List.of(reason));
    }
}
