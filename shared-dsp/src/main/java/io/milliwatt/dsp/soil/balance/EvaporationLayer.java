package io.milliwatt.dsp.soil.balance;

/**
 * The upper soil that dries by evaporation (FAO-56 chapter 7).
 *
 * @param evaporable TEW, mm
 * @param readilyEvaporable REW, mm: the first stage, in which only energy limits
 */
public record EvaporationLayer(double evaporable, double readilyEvaporable) {

    /** Least part of the ground that is wet and bare (FAO-56 eq. 75). */
    private static final double LEAST_EXPOSED = 0.01;

    public EvaporationLayer {
        if (!(readilyEvaporable >= 0 && evaporable > readilyEvaporable)) {
            throw new IllegalArgumentException("A surface can lose more water in all (" + evaporable
                    + " mm) than readily (" + readilyEvaporable
                    + " mm); give a deeper evaporation layer or a smaller REW");
        }
    }

    /**
     * What evaporation did in a day.
     *
     * @param reduction Kr
     * @param coefficient Ke
     * @param evaporation E, mm
     * @param percolation DPe, mm
     * @param depletion De at the day's end, mm
     */
    public record Day(double reduction, double coefficient, double evaporation, double percolation, double depletion) {}

    /** Exposed and wetted part of the ground, few (FAO-56 eq. 75). */
    public static double exposedFraction(double coverFraction, double wettedFraction) {
        return Math.clamp(Math.min(1 - coverFraction, wettedFraction), LEAST_EXPOSED, 1);
    }

    /** Kr (FAO-56 eq. 74). */
    public double reduction(double depletion) {
        return Math.clamp((evaporable - depletion) / (evaporable - readilyEvaporable), 0, 1);
    }

    /**
     * One day (FAO-56 eq. 71, 77 to 79).
     *
     * @param depletion De of the evening before
     * @param exposedFraction few
     * @param wettedFraction fw, on which all irrigation falls
     * @param rain less runoff
     * @param irrigation less losses, as mean over the whole field
     */
    public Day step(
            double depletion,
            double exposedFraction,
            double wettedFraction,
            double largestCoefficient,
            double basalCoefficient,
            double reference,
            double rain,
            double irrigation) {
        double reduction = reduction(depletion);
        double coefficient =
                Math.min(reduction * (largestCoefficient - basalCoefficient), exposedFraction * largestCoefficient);
        double evaporation = coefficient * reference;
        double wetting = rain + irrigation / wettedFraction;
        double percolation = Math.max(0, wetting - depletion);
        double after = depletion - wetting + evaporation / exposedFraction + percolation;
        return new Day(reduction, coefficient, evaporation, percolation, Math.clamp(after, 0, evaporable));
    }
}
