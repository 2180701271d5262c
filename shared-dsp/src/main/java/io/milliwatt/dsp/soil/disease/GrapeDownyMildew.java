package io.milliwatt.dsp.soil.disease;

/** Primary infection of grapes by downy mildew (Plasmopara viticola): the 3-10 rule (Baldacci 1947). */
public final class GrapeDownyMildew {
    private static final double LEAST_SHOOT_CENTIMETRES = 10;
    private static final double LEAST_RAIN_MILLIMETRES = 10;
    private static final double LEAST_CELSIUS = 10;

    private GrapeDownyMildew() {}

    /**
     * @param shootCentimetres length of the shoots
     * @param rainMillimetres of the last 24 to 48 hours
     * @param celsius least temperature of the same time
     */
    public static boolean primaryInfection(double shootCentimetres, double rainMillimetres, double celsius) {
        return shootCentimetres >= LEAST_SHOOT_CENTIMETRES
                && rainMillimetres >= LEAST_RAIN_MILLIMETRES
                && celsius >= LEAST_CELSIUS;
    }
}
