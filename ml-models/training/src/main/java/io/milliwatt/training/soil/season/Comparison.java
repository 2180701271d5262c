package io.milliwatt.training.soil.season;

import io.milliwatt.datasets.field.FieldSeason;
import io.milliwatt.dsp.soil.plan.YieldResponse;
import java.util.Locale;

/**
 * One season under the farm's water and under the rules.
 *
 * @param spared ours without any stress accepted and without an allocation
 * @param saving ours within {@link #ALLOCATION} of the farm's water where the farm's own number of stress days allows it
 * @param foretold the same told the whole season's weather, with as little water as that number allows: nobody knows so much
 * @param leastWater that the farm's transpiration takes by arithmetic, mm
 */
record Comparison(
        String season,
        SeasonOutcome farm,
        SeasonOutcome calendar,
        SeasonOutcome refill,
        SeasonOutcome spared,
        SeasonOutcome saving,
        SeasonOutcome foretold,
        double leastWater) {

    /** Part of the farm's water that the saving schedule is given: a little more than the bar is saved. */
    static final double ALLOCATION = 0.84;

    private static final int CALENDAR_DAYS = 7;

    /** @param trueDemand the field's demand against the tabled one that all schedules believe in at first */
    static Comparison of(String name, FieldSeason season, Outlook usual, double trueDemand) {
        YieldResponse response = response(name);
        SeasonReplay replay = new SeasonReplay(season, response);
        SeasonOutcome farm = replay.farm(trueDemand);
        int times = replay.lastIrrigation() / CALENDAR_DAYS + 1;
        long seed = name.hashCode();
        Outlook known = morning -> replay.weather().subList(morning.day(), morning.lastDay() + 1);
        return new Comparison(
                name,
                farm,
                replay.run(
                        new Schedules.FixedCalendar(CALENDAR_DAYS, farm.irrigation() / times, replay.lastIrrigation()),
                        trueDemand,
                        seed),
                replay.run(new Schedules.RefillWithoutForecast(), trueDemand, seed),
                replay.run(
                        new PlannedSchedule("no stress", response, usual, Double.POSITIVE_INFINITY, 0),
                        trueDemand,
                        seed),
                replay.run(
                        new PlannedSchedule(
                                "saving", response, usual, ALLOCATION * farm.irrigation(), farm.stressDays()),
                        trueDemand,
                        seed),
                replay.run(new PlannedSchedule("foretold", response, known, 0, farm.stressDays()), trueDemand, seed),
                replay.leastWater(farm));
    }

    /** Files do not tell the crop. A season whose name does not tell it either is taken for maize, which minds a dry flowering most. */
    static YieldResponse response(String season) {
        return season.toLowerCase(Locale.ROOT).contains("cotton") ? YieldResponse.COTTON : YieldResponse.MAIZE;
    }

    /** Part of the farm's water that a schedule left in the well. */
    double saved(SeasonOutcome outcome) {
        return saved(outcome.irrigation());
    }

    double saved(double irrigation) {
        return 1 - irrigation / farm.irrigation();
    }

    boolean noMoreStress(SeasonOutcome outcome) {
        return outcome.stressDays() <= farm.stressDays();
    }

    /** Of our two the one that saves more without more stress days than the farm; the saving one if neither keeps them. */
    SeasonOutcome best() {
        boolean sparedIsBetter =
                noMoreStress(spared) && (!noMoreStress(saving) || spared.irrigation() < saving.irrigation());
        return sparedIsBetter ? spared : saving;
    }
}
