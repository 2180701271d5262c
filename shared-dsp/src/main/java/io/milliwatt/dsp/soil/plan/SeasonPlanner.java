package io.milliwatt.dsp.soil.plan;

import io.milliwatt.dsp.soil.balance.BalanceDay;
import io.milliwatt.dsp.soil.balance.BalanceState;
import io.milliwatt.dsp.soil.balance.DualCropBalance;
import io.milliwatt.dsp.soil.balance.FieldDay;
import io.milliwatt.dsp.soil.crop.Crop;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Predicate;

/**
 * Finds the strategy for the rest of a season: of those within the limit of stress and the water that is left, the one that costs the least
 * yield; where none is, the one that comes nearest, stress before water. Drawing the soil down by the end, holding water back in the phases in which
 * yield minds least, and not wetting bare ground for a seedling's few millimetres all come out of that search.
 */
public final class SeasonPlanner {
    private static final double[] INITIAL = {1, 1.5, 99};
    private static final double[] DEVELOPMENT = {1, 1.25, 1.5};
    private static final double[] MID_SEASON = {1, 1.2};
    private static final int HALVINGS = 8;
    /** What a day of stress costs beside its transpiration, as part of the yield: a preference for few. */
    private static final double STRESS_DAY_COST = 0.001;
    /** Kept back of the days of stress that may come, since the weather will be another. */
    private static final double STRESS_RESERVE_DAYS = 4;

    private static final double STRESS_RESERVE_PART = 0.25;
    /** Where few days of stress may come, one waters earlier by more than the account's error. */
    private static final double FEW_STRESS_DAYS = 10;

    private static final double CAREFUL_MARGIN = 0.88;
    private static final double USUAL_MARGIN = 0.97;

    private static final Expectation UNTRIED = new Expectation(0, 0, 0, 0, OptionalInt.empty());

    private final DualCropBalance balance;
    private final Crop crop;
    private final YieldResponse response;
    private final RefillLine line;
    private final WateringLimits limits;

    /** @param line beyond which a day counts as one of stress */
    public SeasonPlanner(
            DualCropBalance balance, Crop crop, YieldResponse response, RefillLine line, WateringLimits limits) {
        this.line = line;
        this.balance = balance;
        this.crop = crop;
        this.response = response;
        this.limits = limits;
    }

    /**
     * @param morning the field before the first day of the outlook
     * @param demandMultiplier of the field's account
     * @param outlook usual days without irrigation, from today to the crop's last day
     */
    public SeasonPlan plan(BalanceState morning, double demandMultiplier, List<FieldDay> outlook, SeasonGoal goal) {
        SeasonAhead ahead = ahead(morning, demandMultiplier, outlook);
        double reserve = Math.min(STRESS_RESERVE_DAYS, STRESS_RESERVE_PART * goal.stressDays());
        double accepted = goal.stressDays() - reserve;
        double margin = goal.stressDays() < FEW_STRESS_DAYS ? CAREFUL_MARGIN : USUAL_MARGIN;
        Comparator<SeasonAhead.Trial> best = Comparator.<SeasonAhead.Trial>comparingDouble(
                        trial -> Math.max(0, trial.stressDays() - accepted))
                .thenComparingDouble(trial -> Math.max(0, trial.water() - goal.millimetres()))
                .thenComparingDouble(trial -> trial.yieldLost() + STRESS_DAY_COST * trial.stressDays());
        SeasonAhead.Trial chosen = ahead.attempt(unlimited(Strategy.WITHOUT_STRESS, margin));
        for (double initial : INITIAL) {
            for (double development : DEVELOPMENT) {
                for (double midSeason : MID_SEASON) {
                    Strategy strategy = new Strategy(initial, development, midSeason, 0);
                    SeasonAhead.Trial trial = sparing(ahead, strategy, margin, goal, accepted);
                    chosen = best.compare(trial, chosen) < 0 ? trial : chosen;
                }
            }
        }
        boolean within = chosen.water() <= goal.millimetres();
        return new SeasonPlan(
                chosen.strategy(),
                crop,
                limits,
                line,
                margin,
                within ? goal.millimetres() : Double.POSITIVE_INFINITY,
                chosen.expected());
    }

    /**
     * Today's water by a plan.
     *
     * @param early whether to water today as well where tomorrow's evening would be beyond the refill line
     */
    WaterDecision today(
            SeasonPlan plan,
            BalanceState morning,
            double demandMultiplier,
            List<FieldDay> outlook,
            FieldDay today,
            double given,
            boolean early) {
        BalanceDay dry = balance.step(morning, today, demandMultiplier);
        boolean due = early && outlook.size() > 1 && passedTomorrow(dry, outlook.get(1), demandMultiplier);
        return plan.decide(
                DryEvening.of(dry, line),
                due,
                ahead(morning, demandMultiplier, outlook).need(0, dry),
                given);
    }

    private boolean passedTomorrow(BalanceDay today, FieldDay tomorrow, double demandMultiplier) {
        DryEvening evening = DryEvening.of(balance.step(today.evening(), tomorrow, demandMultiplier), line);
        return evening.depletion() >= evening.refillLine();
    }

    OptionalInt nextWatering(
            SeasonPlan plan, BalanceState morning, double demandMultiplier, List<FieldDay> outlook, double given) {
        return ahead(morning, demandMultiplier, outlook).firstWatering(plan, given);
    }

    /** The strategy with as little ungiven as the water allows; where that is too much stress, with as much as stress allows. */
    private SeasonAhead.Trial sparing(
            SeasonAhead ahead, Strategy strategy, double margin, SeasonGoal goal, double accepted) {
        SeasonAhead.Trial free = ahead.attempt(unlimited(strategy, margin));
        if (free.water() <= goal.millimetres()) {
            return free;
        }
        SeasonAhead.Trial within =
                halve(ahead, strategy, margin, ahead.mostUngiven(), trial -> trial.water() <= goal.millimetres());
        if (within.stressDays() <= accepted) {
            return within;
        }
        return free.stressDays() > accepted ? free : leastWater(ahead, strategy, margin, within, accepted, free);
    }

    private SeasonAhead.Trial leastWater(
            SeasonAhead ahead,
            Strategy strategy,
            double margin,
            SeasonAhead.Trial tooDry,
            double accepted,
            SeasonAhead.Trial free) {
        SeasonAhead.Trial best = free;
        double low = 0;
        double high = tooDry.strategy().ungiven();
        for (int i = 0; i < HALVINGS; i++) {
            double middle = (low + high) / 2;
            SeasonAhead.Trial trial = ahead.attempt(unlimited(strategy.ungiven(middle), margin));
            if (trial.stressDays() <= accepted) {
                low = middle;
                best = trial;
            } else {
                high = middle;
            }
        }
        return best;
    }

    private SeasonAhead.Trial halve(
            SeasonAhead ahead, Strategy strategy, double margin, double most, Predicate<SeasonAhead.Trial> fits) {
        double low = 0;
        double high = most;
        SeasonAhead.Trial best = ahead.attempt(unlimited(strategy.ungiven(most), margin));
        for (int i = 0; i < HALVINGS; i++) {
            double middle = (low + high) / 2;
            SeasonAhead.Trial trial = ahead.attempt(unlimited(strategy.ungiven(middle), margin));
            if (fits.test(trial)) {
                high = middle;
                best = trial;
            } else {
                low = middle;
            }
        }
        return best;
    }

    private SeasonPlan unlimited(Strategy strategy, double margin) {
        return new SeasonPlan(strategy, crop, limits, line, margin, Double.POSITIVE_INFINITY, UNTRIED);
    }

    private SeasonAhead ahead(BalanceState morning, double demandMultiplier, List<FieldDay> outlook) {
        return new SeasonAhead(balance, line, morning, demandMultiplier, outlook, lossWeights(morning, outlook));
    }

    /** Part of the yield that a millimetre of transpiration is worth on each day to come, by its phase. */
    private double[] lossWeights(BalanceState morning, List<FieldDay> outlook) {
        double reference =
                outlook.stream().mapToDouble(FieldDay::reference).average().orElseThrow();
        double[] wanted = new double[GrowthPhase.values().length];
        for (int day = 0; day < morning.day() + outlook.size(); day++) {
            wanted[GrowthPhase.at(crop.stages(), day).ordinal()] +=
                    reference * crop.basal().at(day, crop.stages());
        }
        double[] weights = new double[outlook.size()];
        for (int i = 0; i < weights.length; i++) {
            GrowthPhase phase = GrowthPhase.at(crop.stages(), morning.day() + i);
            weights[i] = response.of(phase) / wanted[phase.ordinal()];
        }
        return weights;
    }
}
