package io.milliwatt.dsp.soil.quantity;

/**
 * Water as the height it would stand on the field: rain, irrigation, depletion.
 *
 * @param millimetres from 0; one millimetre is one litre per square metre
 */
public record WaterDepth(double millimetres) implements Comparable<WaterDepth> {

    public static final WaterDepth NONE = new WaterDepth(0);

    private static final double SQUARE_METRES_PER_HECTARE = 10_000;
    private static final double LITRES_PER_CUBIC_METRE = 1000;
    private static final double MILLIMETRES_PER_INCH = 25.4;

    public WaterDepth {
        if (!(millimetres >= 0 && millimetres < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("A depth of water is zero or more millimetres, not " + millimetres);
        }
    }

    public static WaterDepth ofMillimetres(double millimetres) {
        return new WaterDepth(millimetres);
    }

    public static WaterDepth ofInches(double inches) {
        return new WaterDepth(inches * MILLIMETRES_PER_INCH);
    }

    public double inches() {
        return millimetres / MILLIMETRES_PER_INCH;
    }

    public WaterDepth plus(WaterDepth other) {
        return new WaterDepth(millimetres + other.millimetres);
    }

    /** Not below zero: what is left of this depth. */
    public WaterDepth less(WaterDepth other) {
        return new WaterDepth(Math.max(0, millimetres - other.millimetres));
    }

    public double cubicMetresOn(double areaHectares) {
        if (!(areaHectares >= 0)) {
            throw new IllegalArgumentException("A field cannot have " + areaHectares + " ha");
        }
        return millimetres * areaHectares * SQUARE_METRES_PER_HECTARE / LITRES_PER_CUBIC_METRE;
    }

    @Override
    public int compareTo(WaterDepth other) {
        return Double.compare(millimetres, other.millimetres);
    }
}
