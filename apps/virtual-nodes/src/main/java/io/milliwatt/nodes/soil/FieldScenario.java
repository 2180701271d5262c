package io.milliwatt.nodes.soil;

import java.util.List;
import java.util.Optional;

/**
 * A zone as a fleet file says it. Water contents in per cent by volume.
 *
 * @param latitudeDegrees north positive
 * @param utcOffsetMinutes of the standard time at the field
 * @param rootMillimetres down to which the crop draws water
 * @param cropCoefficient the crop's water use over that of reference grass
 * @param depletedAtBegin share of the available water that is gone when the story begins, 0 … 1
 * @param rainyDays share of days with rain, 0 … 1
 * @param rainMillimetres on a usual day with rain
 * @param depthsMillimetres of the probes, one to four, downwards
 * @param valve empty for a node without one
 * @param readingSeconds between readings
 * @param speed how much faster than the clock the soil dries and rain falls, at least 1; what the valve gives stays as it is
 * @param historyDays that the node lives through fast at its first start
 * @param compact whether readings go in 11 bytes where they fit, as over a link with small payloads
 */
public record FieldScenario(
        double latitudeDegrees,
        int utcOffsetMinutes,
        double fieldCapacityPercent,
        double wiltingPointPercent,
        double saturationPercent,
        int rootMillimetres,
        double cropCoefficient,
        double depletedAtBegin,
        double rainyDays,
        double rainMillimetres,
        List<Integer> depthsMillimetres,
        Optional<FieldValve> valve,
        List<TimedFault> faults,
        int readingSeconds,
        double speed,
        int historyDays,
        boolean compact) {

    public FieldScenario {
        depthsMillimetres = List.copyOf(depthsMillimetres);
        faults = List.copyOf(faults);
        require(
                wiltingPointPercent > 0
                        && wiltingPointPercent < fieldCapacityPercent
                        && fieldCapacityPercent < saturationPercent
                        && saturationPercent <= 60,
                "wilting point, field capacity and saturation must rise and stay within 60 %");
        require(!depthsMillimetres.isEmpty() && depthsMillimetres.size() <= 4, "a zone has one to four probes");
        require(readingSeconds >= 1, "there must be a second or more between readings");
        require(speed >= 1, "a soil's speed must be 1 or more");
        require(depletedAtBegin >= 0 && depletedAtBegin <= 1, "what is depleted is a share, 0 … 1");
    }

    /**
     * One valve and its meter.
     *
     * @param flowLitresPerHour while it is open
     * @param areaSquareMetres that it waters
     * @param maximumSeconds that the node lets it be open
     */
    public record FieldValve(
            double flowLitresPerHour, double areaSquareMetres, int maximumSeconds, int millilitresPerPulse) {}

    /** A fault that comes some time after the start of the story. */
    public record TimedFault(SoilFault fault, double afterMinutes) {}

    private static void require(boolean holds, String rule) {
        if (!holds) {
            throw new IllegalArgumentException("In a zone of the fleet " + rule + ".");
        }
    }
}
