package io.milliwatt.dsp.soil.plan;

/**
 * What is asked of a season's water from today on. Stress comes first: where the water cannot keep its limit, more water is planned.
 *
 * @param millimetres that may still be given; infinite where no allocation is set
 * @param stressDays that may still come, 0 for none; infinite where the allocation is final
 */
public record SeasonGoal(double millimetres, double stressDays) {

    public SeasonGoal {
        if (!(millimetres >= 0)) {
            throw new IllegalArgumentException("The water that is left is zero or more mm, not " + millimetres);
        }
        if (!(stressDays >= 0)) {
            throw new IllegalArgumentException("The days of stress that may come are zero or more, not " + stressDays);
        }
    }
}
