package io.milliwatt.irrigation.adapter.view;

import io.milliwatt.dsp.soil.plan.Expectation;
import io.milliwatt.dsp.soil.plan.SeasonPlan;
import io.milliwatt.dsp.soil.plan.Strategy;
import io.milliwatt.irrigation.season.ZonePlan;
import io.milliwatt.irrigation.zone.Planting;
import io.milliwatt.irrigation.zone.Zone;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A zone's plan for the rest of its season; water is gross, as it is let in.
 *
 * @param yearsOfPast that the usual weather stands on; 0 where the last two weeks go on
 * @param savingStages still to come in which the soil may dry beyond the refill line
 * @param fillPercent of the depletion that a watering gives
 * @param lastWateringOn empty where no more water is planned
 * @param expectedMillimetres from the day of the plan on
 * @param allocationLeftMillimetres on the day of the plan; empty where no allocation reaches to the crop's end
 * @param allocationIsShort whether it does not suffice for the days that are accepted
 * @param expectedStressDays beyond the refill line, from the day of the plan on
 * @param expectedYieldPercent of what the rest of the season could bring with enough water
 */
public record SeasonPlanView(
        LocalDate madeOn,
        LocalDate lastCropDay,
        int yearsOfPast,
        List<String> savingStages,
        double fillPercent,
        Optional<LocalDate> lastWateringOn,
        int waterings,
        double expectedMillimetres,
        OptionalDouble allocationLeftMillimetres,
        boolean allocationIsShort,
        int expectedStressDays,
        int stressDaysBefore,
        int acceptedStressDays,
        double expectedYieldPercent) {

    private static final double PERCENT = 100;

    static SeasonPlanView of(Zone zone, ZonePlan plan) {
        SeasonPlan season = plan.standing().plan();
        Expectation expected = season.expected();
        double netPart = zone.netPart();
        OptionalDouble left = plan.allocationLeft();
        return new SeasonPlanView(
                plan.madeOn(),
                plan.lastCropDay(),
                plan.yearsOfPast(),
                savingStages(zone.planting().orElseThrow(), plan),
                PERCENT * season.limits().fillFraction(),
                expected.lastWatering().isPresent()
                        ? Optional.of(
                                plan.madeOn().plusDays(expected.lastWatering().getAsInt()))
                        : Optional.empty(),
                expected.waterings(),
                expected.millimetres() / netPart,
                left.isPresent() ? OptionalDouble.of(left.getAsDouble() / netPart) : left,
                plan.allocationIsShort(),
                expected.stressDays(),
                plan.stressDaysBefore(),
                plan.acceptedStressDays(),
                PERCENT * Math.max(0, 1 - expected.yieldLost()));
    }

    private static List<String> savingStages(Planting planting, ZonePlan plan) {
        Strategy strategy = plan.standing().plan().strategy();
        int day = plan.standing().madeOnDay();
        List<String> stages = new ArrayList<>();
        add(
                stages,
                "initial",
                strategy.initial(),
                day <= planting.crop().stages().endOfInitial());
        add(
                stages,
                "development",
                strategy.development(),
                day <= planting.crop().stages().endOfDevelopment());
        add(
                stages,
                "mid-season",
                strategy.midSeason(),
                day <= planting.crop().stages().endOfMidSeason());
        return stages;
    }

    private static void add(List<String> stages, String stage, double refillMultiple, boolean toCome) {
        if (toCome && refillMultiple > 1) {
            stages.add(stage);
        }
    }
}
