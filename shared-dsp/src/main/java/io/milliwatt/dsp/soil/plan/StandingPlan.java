package io.milliwatt.dsp.soil.plan;

/**
 * A plan that is followed until it is made anew.
 *
 * @param madeOnDay of the season
 * @param givenBefore this season before it was made, mm
 */
public record StandingPlan(SeasonPlan plan, int madeOnDay, double givenBefore) {}
