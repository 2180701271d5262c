package io.milliwatt.nodes.soil;

import java.util.EnumSet;
import java.util.Set;

/** Soil, weather, valve and meter of a zone. Time only goes forward. */
public final class IrrigatedZone {
    private static final double SECONDS_PER_HOUR = 3_600;
    private static final double LONGEST_STEP_HOURS = 0.5;
    private static final double LEAK_LITRES_PER_HOUR = 90;
    private static final double BURST_LITRES_PER_HOUR = 6_000;
    private static final double GAUGE_MILLIMETRES = 0.1;

    private final FieldScenario field;
    private final FieldWeather weather;
    private final SoilLayers soil;
    private final Set<SoilFault> faults = EnumSet.noneOf(SoilFault.class);
    private double epochSeconds;
    private double litres;
    private double rainMillimetres;
    private double gaugeRead;

    /** @param epochSeconds when the story begins, in the field's own time */
    public IrrigatedZone(FieldScenario field, FieldWeather weather, SoilLayers soil, double epochSeconds) {
        this.field = field;
        this.weather = weather;
        this.soil = soil;
        this.epochSeconds = epochSeconds;
    }

    /** What is wrong from now on, and nothing else. */
    public void setFaults(Set<SoilFault> present) {
        faults.clear();
        faults.addAll(present);
    }

    /**
     * Lets time go by.
     *
     * @param fieldSeconds by which the weather and the soil go on
     * @param valveSeconds for which water flows, the same unless the soil is faster than the clock
     * @param open the valve
     */
    public void pass(double fieldSeconds, double valveSeconds, boolean open) {
        double flowed = flow(open) * valveSeconds / SECONDS_PER_HOUR;
        litres += flowed;
        double given = open
                ? field.valve().map(valve -> flowed / valve.areaSquareMetres()).orElse(0.0)
                : 0;
        double hours = fieldSeconds / SECONDS_PER_HOUR;
        int steps = (int) Math.max(1, Math.ceil(hours / LONGEST_STEP_HOURS));
        for (int step = 0; step < steps; step++) {
            double part = hours / steps;
            double rain = weather.rain(epochSeconds) * part;
            soil.pass(part, rain + given / steps, weather.evapotranspiration(epochSeconds) * part);
            rainMillimetres += rain;
            epochSeconds += part * SECONDS_PER_HOUR;
        }
    }

    /** Litres per hour through the meter. */
    private double flow(boolean open) {
        double leak = (faults.contains(SoilFault.LEAK) ? LEAK_LITRES_PER_HOUR : 0)
                + (faults.contains(SoilFault.BURST) ? BURST_LITRES_PER_HOUR : 0);
        boolean flows = open && !faults.contains(SoilFault.BLOCKED);
        return leak
                + (flows
                        ? field.valve()
                                .map(FieldScenario.FieldValve::flowLitresPerHour)
                                .orElse(0.0)
                        : 0);
    }

    /** Of the meter's counter. */
    public long pulses() {
        return field.valve()
                .map(valve -> (long) (litres * 1000 / valve.millilitresPerPulse()))
                .orElse(0L);
    }

    /** Tips of the gauge since the last call, 0.1 mm. */
    public int takeRainTenths() {
        int tips = (int) ((rainMillimetres - gaugeRead) / GAUGE_MILLIMETRES);
        gaugeRead += tips * GAUGE_MILLIMETRES;
        return tips;
    }

    public double waterPercent(int depthMillimetres) {
        return soil.percentAt(depthMillimetres);
    }

    public double soilCelsius(int depthMillimetres) {
        return weather.soilCelsius(epochSeconds, depthMillimetres);
    }

    public double airCelsius() {
        return weather.airCelsius(epochSeconds);
    }

    public double[] waterFractions() {
        return soil.waterFractions();
    }

    /** By the field's own time. */
    public double epochSeconds() {
        return epochSeconds;
    }
}
