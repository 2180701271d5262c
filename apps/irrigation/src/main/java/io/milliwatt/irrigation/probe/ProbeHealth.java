package io.milliwatt.irrigation.probe;

import io.milliwatt.irrigation.reason.Reason;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * How a probe is.
 *
 * @param sensors from the top down
 * @param reasons of the probe as a whole, such as its battery; those of sensors stand with them
 */
public record ProbeHealth(Verdict verdict, List<SensorHealth> sensors, List<Reason> reasons) {

    public ProbeHealth {
        sensors = List.copyOf(sensors);
        reasons = List.copyOf(reasons);
    }

    static ProbeHealth of(List<SensorHealth> sensors, List<Reason> reasons, Verdict whole) {
        Verdict worst = sensors.stream()
                .map(SensorHealth::verdict)
                .max(Comparator.naturalOrder())
                .filter(verdict -> verdict.compareTo(whole) > 0)
                .orElse(whole);
        return new ProbeHealth(worst, sensors, reasons);
    }

    /** Good, watch (something wants looking at), bad (not used) or silent. */
    public enum Grade {
        GOOD,
        WATCH,
        BAD,
        SILENT;

        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public Grade grade() {
        return switch (verdict) {
            case OK -> Grade.GOOD;
            case FROZEN, BATTERY_LOW, STEPPED, DRIFTING -> Grade.WATCH;
            case SPIKING, SATURATED, OUT_OF_RANGE, FLAT, BROKEN, DEAD ->
                sensors.stream().anyMatch(sensor -> sensor.verdict().usable()) ? Grade.WATCH : Grade.BAD;
            case MOVED -> Grade.BAD;
            case SILENT -> Grade.SILENT;
        };
    }
}
