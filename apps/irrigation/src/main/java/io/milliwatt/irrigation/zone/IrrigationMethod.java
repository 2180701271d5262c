package io.milliwatt.irrigation.zone;

import io.milliwatt.dsp.soil.balance.Irrigation;
import io.milliwatt.irrigation.reason.Setting;
import java.time.Duration;
import java.util.Locale;

/**
 * How water comes to a zone.
 *
 * @param flowCubicMetresPerHour into the whole zone when its valve is open
 * @param efficiency part of the water that reaches the root zone's surface, above 0 to 1
 * @param wettedFraction fw: part of the ground that gets wet (FAO-56 table 20)
 */
public record IrrigationMethod(Kind kind, double flowCubicMetresPerHour, double efficiency, double wettedFraction) {

    private static final double CUBIC_METRES_PER_HECTARE_MILLIMETRE = 10;
    private static final double SECONDS_PER_HOUR = 3600;
    private static final double PERCENT = 100;

    /** With the usual efficiency and wetted part (FAO-56 table 20; FAO Training Manual 4, table 8). */
    public enum Kind {
        DRIP(0.9, 0.35),
        SUBSURFACE_DRIP(0.95, 0.2),
        MICRO_SPRINKLER(0.85, 0.6),
        SPRINKLER(0.75, 1),
        PIVOT(0.85, 1),
        FURROW(0.6, 0.6),
        BASIN(0.6, 1);

        private final double usualEfficiency;
        private final double usualWettedFraction;

        Kind(double usualEfficiency, double usualWettedFraction) {
            this.usualEfficiency = usualEfficiency;
            this.usualWettedFraction = usualWettedFraction;
        }

        public double usualEfficiency() {
            return usualEfficiency;
        }

        public double usualWettedFraction() {
            return usualWettedFraction;
        }

        public String label() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    public IrrigationMethod {
        Setting.ZONE_FLOW.requireAbove(flowCubicMetresPerHour, 0, 10_000);
        Setting.EFFICIENCY.requireAbove(PERCENT * efficiency, 0, PERCENT);
        Setting.WETTED_PART.requireAbove(PERCENT * wettedFraction, 0, PERCENT);
    }

    public static IrrigationMethod usual(Kind kind, double flowCubicMetresPerHour) {
        return new IrrigationMethod(kind, flowCubicMetresPerHour, kind.usualEfficiency(), kind.usualWettedFraction());
    }

    /** mm/h as mean over the whole zone. */
    public double rateMillimetresPerHour(double areaHectares) {
        return flowCubicMetresPerHour / (areaHectares * CUBIC_METRES_PER_HECTARE_MILLIMETRE);
    }

    /** mm/h on the ground that gets wet, which the soil must take in. */
    public double rateOnWettedGround(double areaHectares) {
        return rateMillimetresPerHour(areaHectares) / wettedFraction;
    }

    /** Water to be let in so that this much arrives, mm. */
    public double gross(double netMillimetres) {
        return netMillimetres / efficiency;
    }

    /** How long the valve must be open for this much water, gross; whole seconds, rounded up. */
    public Duration runTime(double grossMillimetres, double areaHectares) {
        double hours = grossMillimetres / rateMillimetresPerHour(areaHectares);
        return Duration.ofSeconds((long) Math.ceil(hours * SECONDS_PER_HOUR - 1e-6));
    }

    /** Gross mm that an open valve gives in a time. */
    public double applied(Duration open, double areaHectares) {
        return open.toMillis() / 1000.0 / SECONDS_PER_HOUR * rateMillimetresPerHour(areaHectares);
    }

    /** A day's water for the balance. */
    public Irrigation forBalance(double grossMillimetres) {
        return grossMillimetres == 0 ? Irrigation.NONE : new Irrigation(grossMillimetres, wettedFraction, efficiency);
    }
}
