package io.milliwatt.dsp.soil.quality;

/** Moisture that rises without rain (Dorigo et al. 2013, eq. 1 to 3). */
final class DryRise {
    private static final int HOURS = 24;

    private DryRise() {}

    /**
     * Risen in the last hour, and in the last day by more than two of its standard deviations, with too little rain in it.
     *
     * @param leastRain mm that would explain a rise
     */
    static boolean at(int i, Readings moisture, Readings rain, double leastRain) {
        double[] fallen = rain.present(i - HOURS + 1, i);
        if (fallen.length == 0) {
            return false;
        }
        double total = 0;
        for (double millimetres : fallen) {
            total += millimetres;
        }
        double deviation = Math.sqrt(Readings.variance(moisture.present(i - HOURS, i)));
        return moisture.at(i) - moisture.at(i - 1) > 0
                && moisture.at(i) - moisture.at(i - HOURS) > 2 * deviation
                && total < leastRain;
    }
}
