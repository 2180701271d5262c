package io.milliwatt.training.soil.season;

import io.milliwatt.datasets.field.FieldSeason;

/**
 * One season under the farm's water and under the rules.
 *
 * @param ours without a limit on water
 * @param allocated ours within {@link #ALLOCATION} of the farm's water
 */
record Comparison(
        String season,
        SeasonOutcome farm,
        SeasonOutcome calendar,
        SeasonOutcome refill,
        SeasonOutcome ours,
        SeasonOutcome allocated) {

    /** Part of the farm's water that the tighter schedule may use: a little more than the bar is saved. */
    static final double ALLOCATION = 0.84;

    private static final int CALENDAR_DAYS = 7;
    /** Of 60 rules the one by which most of the 32 plots tuned on had no more stress days than the farm within 85 % of its water. */
    private static final double REFILL_FRACTION = 0.85;

    private static final double FILL_FRACTION = 0.7;
    private static final double END_FRACTION = 0.8;
    private static final double LEAST_EVENT_MILLIMETRES = 10;

    /** @param trueDemand the field's demand against the tabled one that all schedules believe in at first */
    static Comparison of(String name, FieldSeason season, double trueDemand) {
        SeasonReplay replay = new SeasonReplay(season);
        SeasonOutcome farm = replay.farm(trueDemand);
        int times = replay.lastIrrigation() / CALENDAR_DAYS + 1;
        long seed = name.hashCode();
        return new Comparison(
                name,
                farm,
                replay.run(
                        new Schedules.FixedCalendar(CALENDAR_DAYS, farm.irrigation() / times, replay.lastIrrigation()),
                        trueDemand,
                        seed),
                replay.run(new Schedules.RefillWithoutForecast(), trueDemand, seed),
                replay.run(schedule(Double.POSITIVE_INFINITY), trueDemand, seed),
                replay.run(schedule(ALLOCATION * farm.irrigation()), trueDemand, seed));
    }

    private static Schedule schedule(double allocation) {
        return new Schedules.Foreseeing(
                REFILL_FRACTION, FILL_FRACTION, END_FRACTION, LEAST_EVENT_MILLIMETRES, allocation);
    }

    /** Part of the farm's water that a schedule left in the well. */
    double saved(SeasonOutcome outcome) {
        return 1 - outcome.irrigation() / farm.irrigation();
    }

    boolean noMoreStress(SeasonOutcome outcome) {
        return outcome.stressDays() <= farm.stressDays();
    }

    /** The schedule that a manager of this season would take: the tighter one, unless it costs more stress days than the farm had. */
    SeasonOutcome best() {
        return noMoreStress(allocated) || !noMoreStress(ours) ? allocated : ours;
    }
}
