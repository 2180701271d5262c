package io.milliwatt.dsp.soil.balance;

/**
 * Runoff of a day's rain by the curve number method (ASCE Manual 70, 2016, eq. 14-12 to 14-20).
 *
 * @param average the curve number for average wetness, 0 to 100, from the manual's table 14-3
 */
public record CurveNumber(double average) {

    public CurveNumber {
        if (!(average > 0 && average <= 100)) {
            throw new IllegalArgumentException("A curve number lies between 0 and 100, not " + average);
        }
    }

    /**
     * @param rain mm
     * @param depletion De of the evening before, which tells how wet the surface is, mm
     */
    public double runoff(double rain, double depletion, EvaporationLayer surface) {
        double storage = 250 * (100 / at(depletion, surface) - 1);
        double lost = 0.2 * storage;
        if (rain <= lost) {
            return 0;
        }
        return Math.min(rain, (rain - lost) * (rain - lost) / (rain + 0.8 * storage));
    }

    private double at(double depletion, EvaporationLayer surface) {
        double dry = average / (2.281 - 0.01281 * average);
        double wet = average / (0.427 + 0.00573 * average);
        double wetLimit = 0.5 * surface.readilyEvaporable();
        double dryLimit = 0.7 * surface.readilyEvaporable() + 0.3 * surface.evaporable();
        double dryness = Math.clamp((depletion - wetLimit) / (dryLimit - wetLimit), 0, 1);
        return dryness * dry + (1 - dryness) * wet;
    }
}
