package io.milliwatt.energy;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;

/** Finds the burst interval for a battery life, a limit on the detection delay, or both. */
public final class DutyCyclePlanner {

    /** Intervals that a person would set. */
    private static final List<Long> INTERVALS_SECONDS = List.of(
            10L, 20L, 30L, 60L, 120L, 300L, 600L, 900L, 1200L, 1800L, 3600L, 7200L, 14_400L, 21_600L, 43_200L, 86_400L);

    private final RecipeWork recipe;
    private final BoardProfile board;
    private final InstructionCounts counts;
    private final int burstWindows;

    public DutyCyclePlanner(RecipeWork recipe, BoardProfile board, InstructionCounts counts, int burstWindows) {
        this.recipe = recipe;
        this.board = board;
        this.counts = counts;
        this.burstWindows = burstWindows;
    }

    /**
     * With a life, the shortest interval that reaches it; with a delay alone, the longest that keeps to it.
     *
     * @param years battery life wanted
     * @param worstDelaySeconds the worst detection delay allowed
     */
    public Plan plan(OptionalDouble years, OptionalDouble worstDelaySeconds) {
        if (years.isEmpty() && worstDelaySeconds.isEmpty()) {
            throw new EnergyException("State a battery life or the longest detection delay to plan for.");
        }
        if (worstDelaySeconds.isPresent() && recipe.judgementWork().isEmpty()) {
            throw new EnergyException(
                    recipe.title() + " have no model that could tell of anything late; plan for a battery life.");
        }
        List<Workload> choices = choices();
        Optional<Workload> lastsLongEnough = years.isEmpty()
                ? Optional.empty()
                : choices.stream()
                        .filter(each -> lives(each) >= years.getAsDouble())
                        .findFirst();
        Optional<Workload> quickEnough = worstDelaySeconds.isEmpty()
                ? Optional.empty()
                : choices.reversed().stream()
                        .filter(each -> each.delay().worstSeconds() <= worstDelaySeconds.getAsDouble())
                        .findFirst();
        if (years.isPresent() && lastsLongEnough.isEmpty()) {
            return tooShort(choices.getLast(), years.getAsDouble());
        }
        if (worstDelaySeconds.isPresent() && quickEnough.isEmpty()) {
            return tooSlow(choices.getFirst(), worstDelaySeconds.getAsDouble());
        }
        Workload chosen = lastsLongEnough.or(() -> quickEnough).orElseThrow();
        if (worstDelaySeconds.isPresent() && chosen.delay().worstSeconds() > worstDelaySeconds.getAsDouble()) {
            return conflict(chosen, years.orElseThrow(), worstDelaySeconds.getAsDouble());
        }
        EnergyEstimate estimate = estimate(chosen);
        double margin = years.isPresent() ? estimate.batteryYears() - years.getAsDouble() : 0;
        return new Plan.Met(chosen, estimate, margin, sentence(chosen, estimate));
    }

    /** From continuous sampling to a burst a day; life grows and delay grows from one to the next. */
    private List<Workload> choices() {
        List<Workload> choices = new ArrayList<>();
        if (recipe.settlingWindows() > 0) {
            choices.add(new Workload(recipe, Schedule.CONTINUOUS));
        }
        INTERVALS_SECONDS.stream()
                .filter(seconds -> seconds > burstWindows * recipe.windowSeconds())
                .map(seconds -> new Workload(recipe, new Schedule(burstWindows, seconds)))
                .forEach(choices::add);
        return choices;
    }

    private EnergyEstimate estimate(Workload workload) {
        return EnergyEstimate.of(board, workload.day(board, counts));
    }

    private double lives(Workload workload) {
        return estimate(workload).batteryYears();
    }

    /** "One burst every 10 min: 6.1 years." */
    public static String sentence(Workload workload, EnergyEstimate estimate) {
        String rhythm = workload.schedule().isContinuous()
                ? "Continuous sampling"
                : "One burst every " + workload.schedule().interval();
        return String.format(Locale.ROOT, "%s: %s.", rhythm, years(estimate.batteryYears()));
    }

    private Plan tooShort(Workload rarest, double wanted) {
        EnergyEstimate estimate = estimate(rarest);
        double asleep = EnergyEstimate.of(board, new DayOfWork(0, 0, 0, 86_400, 0, 0, 0, 0, 0))
                .batteryYears();
        return new Plan.Unmet(
                rarest,
                estimate,
                String.format(
                        Locale.ROOT,
                        "%s cannot be had: even one burst every %s gives %s, and the board asleep alone would last %s"
                                + " (%.1f µA asleep, %.0f mAh usable).",
                        years(wanted),
                        rarest.schedule().interval(),
                        years(estimate.batteryYears()),
                        years(asleep),
                        board.value(Constant.SLEEP_MICROAMPS),
                        board.usableMilliampHours()));
    }

    private Plan tooSlow(Workload quickest, double limitSeconds) {
        return new Plan.Unmet(
                quickest,
                estimate(quickest),
                "A delay of at most " + Durations.words(limitSeconds) + " cannot be had: even "
                        + quickest.schedule().words() + " takes "
                        + Durations.words(Math.round(quickest.delay().worstSeconds())) + " at worst, because "
                        + recipe.votesToRaise() + " windows of " + Durations.words(recipe.windowSeconds())
                        + " have to agree.");
    }

    private Plan conflict(Workload lasting, double wanted, double limitSeconds) {
        return new Plan.Unmet(
                lasting,
                estimate(lasting),
                years(wanted) + " need one burst every " + lasting.schedule().interval()
                        + ", and then damage takes up to "
                        + Durations.words(Math.round(lasting.delay().worstSeconds())) + " to be told, longer than the "
                        + Durations.words(limitSeconds) + " allowed.");
    }

    /** "6.1 years", or days where that says more. */
    public static String years(double years) {
        return years < 1
                ? String.format(Locale.ROOT, "%.0f days", years * 365.25)
                : String.format(Locale.ROOT, "%.1f years", years);
    }
}
