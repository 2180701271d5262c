package io.milliwatt.training.soil.season;

import io.milliwatt.datasets.field.FieldSeason;
import io.milliwatt.dsp.soil.assimilation.AssimilationSettings;
import io.milliwatt.dsp.soil.assimilation.DepletionFilter;
import io.milliwatt.dsp.soil.assimilation.DepletionReading;
import io.milliwatt.dsp.soil.assimilation.FieldEstimate;
import io.milliwatt.dsp.soil.balance.BalanceDay;
import io.milliwatt.dsp.soil.balance.BalanceState;
import io.milliwatt.dsp.soil.balance.DualCropBalance;
import io.milliwatt.dsp.soil.balance.FieldDay;
import io.milliwatt.dsp.soil.balance.Irrigation;
import io.milliwatt.dsp.soil.plan.YieldResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * One season under a schedule. The field follows FAO-56's balance with a demand of its own; the schedule sees the field only through its own
 * account of the tabled crop and a noisy reading of the probe every week, taken in by the filter.
 */
final class SeasonReplay {
    private static final int READING_EVERY_DAYS = 7;
    private static final double READING_ERROR_MILLIMETRES = 3;

    private final FieldSeason season;
    private final YieldResponse response;
    private final DualCropBalance balance;
    private final DepletionFilter filter;
    private final Irrigation usual;
    private final double largestEvent;
    private final int lastDay;

    SeasonReplay(FieldSeason season, YieldResponse response) {
        this.season = season;
        this.response = response;
        balance = new DualCropBalance(season.crop(), season.soil(), season.settings());
        filter = new DepletionFilter(balance, AssimilationSettings.STANDARD);
        List<Irrigation> events = events(season);
        largestEvent = largestInTwoDays(season.days());
        usual = events.get(events.size() / 2);
        lastDay = Math.min(season.crop().stages().total(), season.days().size() - 1);
    }

    static boolean irrigated(FieldSeason season) {
        return !events(season).isEmpty();
    }

    /**
     * The water that the farm's transpiration takes at least: no loss but what a surface under the season's rain alone loses, nothing left in the
     * soil. No schedule comes that low.
     *
     * @param farm what the farm came to
     */
    double leastWater(SeasonOutcome farm) {
        List<BalanceDay> dry = balance.run(balance.start(), weather()).subList(0, lastDay + 1);
        double surface = dry.stream().mapToDouble(BalanceDay::evaporation).sum();
        double rain = dry.stream().mapToDouble(BalanceDay::effectiveRain).sum();
        double stored = dry.getLast().availableInProfile() - balance.start().profileDepletion();
        return Math.max(0, farm.transpiration() + surface - rain - stored) / usual.efficiency();
    }

    List<FieldDay> weather() {
        return season.days().stream().map(day -> day.irrigated(Irrigation.NONE)).toList();
    }

    /** The farm's last irrigation, by the day of the season. */
    int lastIrrigation() {
        int last = 0;
        for (int i = 0; i < season.days().size(); i++) {
            last = season.days().get(i).irrigation().applied() > 0 ? i : last;
        }
        return last;
    }

    /** What the farm did. */
    SeasonOutcome farm(double trueDemand) {
        return run(new Schedules.AsRecorded("farm", season.days()), trueDemand, 0);
    }

    /**
     * @param trueDemand the field's demand against the tabled, 1 for as tabled
     * @param seed of the readings' errors
     */
    SeasonOutcome run(Schedule schedule, double trueDemand, long seed) {
        Random random = new Random(seed);
        BalanceState truth = balance.start();
        FieldEstimate estimate = filter.start();
        List<FieldDay> past = new ArrayList<>();
        List<BalanceDay> days = new ArrayList<>();
        for (FieldDay recorded : season.days()) {
            double water = schedule.water(new Morning(
                    past.size(),
                    past,
                    estimate.balance(),
                    estimate.demandMultiplier(),
                    balance,
                    season.crop(),
                    usual,
                    largestEvent,
                    lastDay));
            FieldDay day = recorded.irrigated(irrigation(recorded, water));
            BalanceDay real = balance.step(truth, day, trueDemand);
            truth = real.evening();
            past.add(day);
            days.add(real);
            DepletionReading reading = past.size() % READING_EVERY_DAYS == 0
                    ? new DepletionReading.Measured(
                            truth.rootZoneDepletion() + READING_ERROR_MILLIMETRES * random.nextGaussian(),
                            READING_ERROR_MILLIMETRES)
                    : DepletionReading.NONE;
            estimate = filter.step(estimate, day, reading).evening();
        }
        return outcome(days);
    }

    /** The farm's own event where it is repeated, else water given the way of the season's middle event. */
    private Irrigation irrigation(FieldDay recorded, double water) {
        if (water <= 0) {
            return Irrigation.NONE;
        }
        return recorded.irrigation().applied() == water
                ? recorded.irrigation()
                : new Irrigation(water, usual.wettedFraction(), usual.efficiency());
    }

    private SeasonOutcome outcome(List<BalanceDay> days) {
        List<BalanceDay> cropDays = days.subList(0, lastDay + 1);
        return new SeasonOutcome(
                days.stream()
                        .mapToDouble(day -> day.input().irrigation().applied())
                        .sum(),
                (int) days.stream()
                        .filter(day -> day.input().irrigation().applied() > 0)
                        .count(),
                stressed(cropDays),
                stressed(days),
                cropDays.stream().mapToDouble(BalanceDay::transpiration).sum(),
                response.relativeYield(cropDays, season.crop().stages()),
                days.stream().mapToDouble(BalanceDay::evaporation).sum(),
                days.stream().mapToDouble(BalanceDay::percolation).sum());
    }

    private static int stressed(List<BalanceDay> days) {
        return (int) days.stream().filter(BalanceDay::stressed).count();
    }

    private static double largestInTwoDays(List<FieldDay> days) {
        double largest = 0;
        double yesterday = 0;
        for (FieldDay day : days) {
            double today = day.irrigation().applied();
            largest = Math.max(largest, yesterday + today);
            yesterday = today;
        }
        return largest;
    }

    private static List<Irrigation> events(FieldSeason season) {
        return season.days().stream()
                .map(FieldDay::irrigation)
                .filter(event -> event.applied() > 0)
                .toList();
    }
}
