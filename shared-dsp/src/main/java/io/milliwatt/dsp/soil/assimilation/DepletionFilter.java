package io.milliwatt.dsp.soil.assimilation;

import io.milliwatt.dsp.soil.balance.BalanceDay;
import io.milliwatt.dsp.soil.balance.BalanceState;
import io.milliwatt.dsp.soil.balance.DualCropBalance;
import io.milliwatt.dsp.soil.balance.FieldDay;
import java.util.ArrayList;
import java.util.List;

/**
 * The extended Kalman filter over a field's balance (Welch and Bishop 2006, TR 95-041; the slopes of a day by differences). The balance stays
 * FAO-56's own: between readings the filter only carries its uncertainty along.
 */
public final class DepletionFilter {
    /** Steps of the differences, small against any day's change and large against rounding. */
    private static final double DEPLETION_STEP_MILLIMETRES = 0.1;

    private static final double MULTIPLIER_STEP = 0.01;

    private final DualCropBalance balance;
    private final AssimilationSettings settings;

    public DepletionFilter(DualCropBalance balance, AssimilationSettings settings) {
        this.balance = balance;
        this.settings = settings;
    }

    /** The evening before planting. */
    public FieldEstimate start() {
        return from(balance.start(), Double.POSITIVE_INFINITY);
    }

    /**
     * An evening of which only the balance is known, such as when a field's first probe is set.
     *
     * @param available TAW, mm
     */
    public FieldEstimate from(BalanceState state, double available) {
        return new FieldEstimate(
                state,
                available,
                settings.usualMultiplier(),
                settings.initialDepletionVariance(),
                0,
                settings.initialMultiplierVariance(),
                0,
                0);
    }

    /** One day and its evening's reading. */
    public AssimilatedDay step(FieldEstimate before, FieldDay day, DepletionReading reading) {
        BalanceDay stepped = balance.step(before.balance(), day, before.demandMultiplier());
        FieldEstimate expected = expected(before, day, stepped);
        return switch (reading) {
            case DepletionReading.Measured measured -> corrected(stepped, expected, measured);
            case DepletionReading.Missing missing -> new AssimilatedDay(stepped, new Correction.NoReading(), expected);
            case DepletionReading.Flagged flagged ->
                new AssimilatedDay(stepped, new Correction.ProbeFlagged(flagged.flags()), expected);
            case DepletionReading.TooShallow shallow ->
                new AssimilatedDay(stepped, new Correction.ProbeTooShallow(shallow.coveredFraction()), expected);
        };
    }

    /**
     * Days to come, without readings.
     *
     * @param weatherVariancePerDay what the forecast's weather adds to a day's uncertainty, mm²; 0 for days that have been
     */
    public List<AssimilatedDay> forecast(FieldEstimate from, List<FieldDay> days, double weatherVariancePerDay) {
        List<AssimilatedDay> outcome = new ArrayList<>(days.size());
        FieldEstimate estimate = from;
        for (FieldDay day : days) {
            AssimilatedDay stepped = step(estimate, day, DepletionReading.NONE);
            estimate = widened(stepped.evening(), weatherVariancePerDay);
            outcome.add(new AssimilatedDay(stepped.day(), stepped.correction(), estimate));
        }
        return outcome;
    }

    private FieldEstimate expected(FieldEstimate before, FieldDay day, BalanceDay stepped) {
        double depletion = stepped.evening().rootZoneDepletion();
        double drier = balance.step(
                        before.balance().withRootZoneDepletion(before.depletion() + DEPLETION_STEP_MILLIMETRES),
                        day,
                        before.demandMultiplier())
                .evening()
                .rootZoneDepletion();
        double thirstier = balance.step(before.balance(), day, before.demandMultiplier() + MULTIPLIER_STEP)
                .evening()
                .rootZoneDepletion();
        double byDepletion = (drier - depletion) / DEPLETION_STEP_MILLIMETRES;
        double byMultiplier = (thirstier - depletion) / MULTIPLIER_STEP;
        double kept = 1 - settings.multiplierDecayPerDay();
        double water = settings.waterError()
                * (stepped.effectiveRain() + day.irrigation().effective());
        double variance = byDepletion * byDepletion * before.depletionVariance()
                + 2 * byDepletion * byMultiplier * before.covariance()
                + byMultiplier * byMultiplier * before.multiplierVariance()
                + settings.depletionVariancePerDay()
                + water * water;
        return new FieldEstimate(
                stepped.evening(),
                stepped.available(),
                settings.usualMultiplier() + kept * (before.demandMultiplier() - settings.usualMultiplier()),
                variance,
                kept * (byDepletion * before.covariance() + byMultiplier * before.multiplierVariance()),
                kept * kept * before.multiplierVariance() + settings.multiplierVariancePerDay(),
                before.daysSinceReading() + 1,
                before.beyondGate());
    }

    private AssimilatedDay corrected(BalanceDay stepped, FieldEstimate expected, DepletionReading.Measured reading) {
        double innovation = reading.millimetres() - expected.depletion();
        double total = expected.depletionVariance() + reading.variance();
        double limit = settings.gateStandardDeviations() * Math.sqrt(total);
        if (Math.abs(innovation) <= limit) {
            return used(stepped, expected, innovation, total);
        }
        int side = (int) Math.signum(innovation);
        int inARow = Math.max(0, side * expected.beyondGate()) + 1;
        if (inARow < settings.believedAfter()) {
            return new AssimilatedDay(
                    stepped,
                    new Correction.OutsideGate(innovation, limit, inARow),
                    at(expected, expected.depletion(), expected.daysSinceReading(), side * inARow));
        }
        FieldEstimate set = at(expected, reading.millimetres(), 0, 0);
        return new AssimilatedDay(
                stepped,
                new Correction.Believed(innovation, inARow),
                // How fast the field uses water is not learnt from water that nobody recorded.
                new FieldEstimate(
                        set.balance(),
                        set.available(),
                        set.demandMultiplier(),
                        reading.variance(),
                        0,
                        set.multiplierVariance(),
                        0,
                        0));
    }

    private AssimilatedDay used(BalanceDay stepped, FieldEstimate expected, double innovation, double total) {
        double gain = expected.depletionVariance() / total;
        double multiplierGain = expected.covariance() / total;
        double multiplier = Math.clamp(
                expected.demandMultiplier() + multiplierGain * innovation,
                settings.leastMultiplier(),
                settings.greatestMultiplier());
        FieldEstimate moved = at(expected, expected.depletion() + gain * innovation, 0, 0);
        FieldEstimate evening = new FieldEstimate(
                moved.balance(),
                moved.available(),
                multiplier,
                (1 - gain) * expected.depletionVariance(),
                (1 - gain) * expected.covariance(),
                expected.multiplierVariance() - multiplierGain * expected.covariance(),
                0,
                0);
        return new AssimilatedDay(
                stepped,
                new Correction.Used(
                        innovation,
                        evening.depletion() - expected.depletion(),
                        multiplier - expected.demandMultiplier()),
                evening);
    }

    private static FieldEstimate at(FieldEstimate estimate, double depletion, int daysSinceReading, int beyondGate) {
        return new FieldEstimate(
                estimate.balance().withRootZoneDepletion(Math.clamp(depletion, 0, estimate.available())),
                estimate.available(),
                estimate.demandMultiplier(),
                estimate.depletionVariance(),
                estimate.covariance(),
                estimate.multiplierVariance(),
                daysSinceReading,
                beyondGate);
    }

    private static FieldEstimate widened(FieldEstimate estimate, double variance) {
        return new FieldEstimate(
                estimate.balance(),
                estimate.available(),
                estimate.demandMultiplier(),
                estimate.depletionVariance() + variance,
                estimate.covariance(),
                estimate.multiplierVariance(),
                estimate.daysSinceReading(),
                estimate.beyondGate());
    }
}
