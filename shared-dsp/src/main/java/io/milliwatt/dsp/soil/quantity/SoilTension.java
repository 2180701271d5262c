package io.milliwatt.dsp.soil.quantity;

/**
 * The pull with which a soil holds its water; a tensiometer's centibar is the same number.
 *
 * @param kilopascals from 0, which is saturation
 */
public record SoilTension(double kilopascals) implements Comparable<SoilTension> {

    /** Where texture models place field capacity. */
    public static final SoilTension FIELD_CAPACITY = new SoilTension(33);

    /** Where plants without a special gift wilt for good. */
    public static final SoilTension WILTING_POINT = new SoilTension(1500);

    private static final double CENTIMETRES_OF_WATER_PER_KILOPASCAL = 10.19716;

    public SoilTension {
        if (!(kilopascals >= 0 && kilopascals < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("A soil's tension is zero or more kPa, not " + kilopascals
                    + "; a matric potential is its negative");
        }
    }

    public static SoilTension ofCentibar(double centibar) {
        return new SoilTension(centibar);
    }

    /** pF: the logarithm of the tension in centimetres of water. */
    public double pF() {
        return Math.log10(kilopascals * CENTIMETRES_OF_WATER_PER_KILOPASCAL);
    }

    @Override
    public int compareTo(SoilTension other) {
        return Double.compare(kilopascals, other.kilopascals);
    }
}
