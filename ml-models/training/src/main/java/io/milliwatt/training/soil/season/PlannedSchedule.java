package io.milliwatt.training.soil.season;

import io.milliwatt.dsp.soil.plan.RefillLine;
import io.milliwatt.dsp.soil.plan.SeasonGoal;
import io.milliwatt.dsp.soil.plan.SeasonMorning;
import io.milliwatt.dsp.soil.plan.SeasonPlanner;
import io.milliwatt.dsp.soil.plan.SeasonWatering;
import io.milliwatt.dsp.soil.plan.StandingPlan;
import io.milliwatt.dsp.soil.plan.WateringLimits;
import io.milliwatt.dsp.soil.plan.YieldResponse;

/** Ours: decided each morning as the app decides. For one run. */
final class PlannedSchedule implements Schedule {
    private final String name;
    private final YieldResponse response;
    private final Outlook outlook;
    private final double allocation;
    private final double stressDays;
    private StandingPlan plan;
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
        SeasonWatering watering = watering(morning);
        SeasonMorning season = season(morning);
        if (plan == null || SeasonWatering.isDue(plan, morning.day(), 0)) {
            plan = watering.plan(
                    season,
                    new SeasonGoal(Math.max(0, allocation - season.given()), Math.max(0, stressDays - stressedSoFar)));
        }
        stressedSoFar += morning.ifItStaysDry(1).getFirst().stressed() ? 1 : 0;
        return watering.today(plan, season).millimetres();
    }

    private SeasonWatering watering(Morning morning) {
        return new SeasonWatering(new SeasonPlanner(
                morning.balance(),
                morning.crop(),
                response,
                RefillLine.BY_CROP,
                new WateringLimits(
                        SeasonWatering.LEAST_EVENT_MILLIMETRES,
                        morning.largestEvent(),
                        SeasonWatering.FILL_FRACTION,
                        morning.usual())));
    }

    private SeasonMorning season(Morning morning) {
        return new SeasonMorning(
                morning.believed(),
                morning.demandMultiplier(),
                morning.usualDay(),
                outlook.ahead(morning),
                morning.past().stream()
                        .mapToDouble(day -> day.irrigation().applied())
                        .sum(),
                stressedSoFar);
    }
}
