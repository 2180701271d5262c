package io.milliwatt.training.soil.season;

import io.milliwatt.dsp.soil.balance.FieldDay;
import io.milliwatt.dsp.soil.plan.SeasonGoal;
import io.milliwatt.dsp.soil.plan.SeasonPlan;
import io.milliwatt.dsp.soil.plan.SeasonPlanner;
import io.milliwatt.dsp.soil.plan.WateringLimits;
import io.milliwatt.dsp.soil.plan.YieldResponse;
import java.util.List;

/** Ours: the rest of the season planned anew every week from the account, each day decided by the plan. For one run. */
final class PlannedSchedule implements Schedule {
    private static final int PLANNED_EVERY_DAYS = 7;
    private static final double LEAST_EVENT_MILLIMETRES = 10;
    private static final double FILL_FRACTION = 0.85;

    private final String name;
    private final YieldResponse response;
    private final Outlook outlook;
    private final double allocation;
    private final double stressDays;
    private SeasonPlan plan;
    private double givenBeforePlan;
    private int stressedSoFar;

    /**
     * @param allocation of the season, mm; infinite where none is set
     * @param stressDays of the season that somebody accepts
     */
    PlannedSchedule(String name, YieldResponse response, Outlook outlook, double allocation, double stressDays) {
        this.name = name;
        this.response = response;
        this.outlook = outlook;
        this.allocation = allocation;
        this.stressDays = stressDays;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public double water(Morning morning) {
        if (morning.day() > morning.lastDay()) {
            return 0;
        }
        SeasonPlanner planner = new SeasonPlanner(
                morning.balance(),
                morning.crop(),
                response,
                new WateringLimits(LEAST_EVENT_MILLIMETRES, morning.largestEvent(), FILL_FRACTION, morning.usual()));
        List<FieldDay> ahead = outlook.ahead(morning);
        double given = morning.past().stream()
                .mapToDouble(day -> day.irrigation().applied())
                .sum();
        if (morning.day() % PLANNED_EVERY_DAYS == 0) {
            plan = planner.plan(
                    morning.believed(),
                    morning.demandMultiplier(),
                    ahead,
                    new SeasonGoal(Math.max(0, allocation - given), Math.max(0, stressDays - stressedSoFar)));
            givenBeforePlan = given;
        }
        FieldDay today = morning.usualDay();
        stressedSoFar += morning.ifItStaysDry(1).getFirst().stressed() ? 1 : 0;
        return planner.today(
                plan, morning.believed(), morning.demandMultiplier(), ahead, today, given - givenBeforePlan);
    }
}
