package io.milliwatt.dsp.soil.plan;

import java.util.OptionalInt;

/**
 * A season's water, decided day by day: the rest of the season is planned anew every week from the account, each day is decided by the plan. The
 * app's advice and the judged replays of recorded seasons both come from here.
 */
public final class SeasonWatering {
    public static final int PLANNED_EVERY_DAYS = 7;

    /** Not worth a watering, where a root zone holds more. */
    public static final double LEAST_EVENT_MILLIMETRES = 10;

    /** Of the depletion; the rest is left for rain and for the account's error. */
    public static final double FILL_FRACTION = 0.85;

    private final SeasonPlanner planner;

    public SeasonWatering(SeasonPlanner planner) {
        this.planner = planner;
    }

    /**
     * Whether a plan is to be made anew.
     *
     * @param slot day of the seven on which this field's turn comes, so that not all fields are planned at once
     */
    public static boolean isDue(StandingPlan standing, int day, int slot) {
        int age = day - standing.madeOnDay();
        return age < 0 || age >= PLANNED_EVERY_DAYS || age > 0 && day % PLANNED_EVERY_DAYS == slot;
    }

    public StandingPlan plan(SeasonMorning morning, SeasonGoal goal) {
        return new StandingPlan(
                planner.plan(morning.field(), morning.demandMultiplier(), morning.ahead(), goal),
                morning.day(),
                morning.given());
    }

    public WaterDecision today(StandingPlan standing, SeasonMorning morning) {
        return today(standing, morning, false);
    }

    /** As {@link #today}, and water also where tomorrow's evening would be beyond the refill line: for a field of which no stress is accepted. */
    public WaterDecision todayBeforeTheLine(StandingPlan standing, SeasonMorning morning) {
        return today(standing, morning, true);
    }

    private WaterDecision today(StandingPlan standing, SeasonMorning morning, boolean early) {
        return planner.today(
                standing.plan(),
                morning.field(),
                morning.demandMultiplier(),
                morning.ahead(),
                morning.today(),
                morning.given() - standing.givenBefore(),
                early);
    }

    /** Days until the plan is to water next if the days to come are usual ones, 0 being today; empty where it waters no more. */
    public OptionalInt nextWatering(StandingPlan standing, SeasonMorning morning) {
        return planner.nextWatering(
                standing.plan(),
                morning.field(),
                morning.demandMultiplier(),
                morning.ahead(),
                morning.given() - standing.givenBefore());
    }
}
