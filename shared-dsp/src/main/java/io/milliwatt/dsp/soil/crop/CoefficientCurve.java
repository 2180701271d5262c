package io.milliwatt.dsp.soil.crop;

/**
 * A crop coefficient through the season: level, rising, level, falling (FAO-56 figure 34, eq. 66).
 *
 * @param initial Kc ini or Kcb ini
 * @param middle Kc mid or Kcb mid
 * @param end Kc end or Kcb end
 */
public record CoefficientCurve(double initial, double middle, double end) {

    private static final double LARGEST = 2;

    public CoefficientCurve {
        if (!(plausible(initial) && plausible(middle) && plausible(end))) {
            throw new IllegalArgumentException(
                    "Crop coefficients lie between 0 and 2, not " + initial + ", " + middle + " and " + end);
        }
    }

    /** @param day since planting, the day of planting being 0 */
    public double at(int day, StageLengths stages) {
        return switch (stages.at(day)) {
            case INITIAL -> initial;
            case DEVELOPMENT -> initial + (day - stages.endOfInitial()) * dailyChange(day, stages);
            case MID_SEASON -> middle;
            case LATE_SEASON -> middle + (day - stages.endOfMidSeason()) * dailyChange(day, stages);
            case AFTER_SEASON -> end;
        };
    }

    /** The day's rise or fall; 0 where the curve is level. */
    public double dailyChange(int day, StageLengths stages) {
        return switch (stages.at(day)) {
            case DEVELOPMENT -> (middle - initial) / stages.development();
            case LATE_SEASON -> (end - middle) / stages.lateSeason();
            case INITIAL, MID_SEASON, AFTER_SEASON -> 0;
        };
    }

    private static boolean plausible(double coefficient) {
        return coefficient >= 0 && coefficient <= LARGEST;
    }
}
