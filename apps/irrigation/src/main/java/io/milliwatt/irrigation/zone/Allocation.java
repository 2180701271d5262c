package io.milliwatt.irrigation.zone;

import java.time.LocalDate;
import java.util.OptionalDouble;

/**
 * The water that a zone may have in a time, such as a season; the narrower of the two limits holds.
 *
 * @param millimetres gross, over the whole zone
 * @param to the last day
 */
public record Allocation(LocalDate from, LocalDate to, OptionalDouble millimetres, OptionalDouble cubicMetres) {

    private static final double CUBIC_METRES_PER_HECTARE_MILLIMETRE = 10;

    public Allocation {
        if (to.isBefore(from)) {
            throw new IllegalArgumentException("The allocation ends on " + to + ", before it begins on " + from + ".");
        }
        if (millimetres.isEmpty() && cubicMetres.isEmpty()) {
            throw new IllegalArgumentException("An allocation needs a limit in mm or in m³.");
        }
        requirePositive(millimetres, "mm");
        requirePositive(cubicMetres, "m³");
    }

    public boolean covers(LocalDate date) {
        return !date.isBefore(from) && !date.isAfter(to);
    }

    /** The limit in mm of a zone of this area. */
    public double limitMillimetres(double areaHectares) {
        double byVolume =
                cubicMetres.orElse(Double.POSITIVE_INFINITY) / (areaHectares * CUBIC_METRES_PER_HECTARE_MILLIMETRE);
        return Math.min(millimetres.orElse(Double.POSITIVE_INFINITY), byVolume);
    }

    private static void requirePositive(OptionalDouble limit, String unit) {
        limit.ifPresent(value -> {
            if (!(value > 0 && value < Double.POSITIVE_INFINITY)) {
                throw new IllegalArgumentException("The allocation is " + value + " " + unit + "; it must be above 0.");
            }
        });
    }
}
