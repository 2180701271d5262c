package io.milliwatt.irrigation.adapter.view;

import io.milliwatt.irrigation.adapter.db.RecommendationTable;
import io.milliwatt.irrigation.adapter.db.RecommendationTable.Stored;
import io.milliwatt.irrigation.recommendation.Decision;
import io.milliwatt.irrigation.recommendation.English;
import io.milliwatt.irrigation.recommendation.Figures;
import io.milliwatt.irrigation.recommendation.Outcome;
import io.milliwatt.irrigation.recommendation.Recommendation;
import io.milliwatt.irrigation.schedule.RunPlan;
import io.milliwatt.irrigation.site.Site;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** What to do with a zone's water, why, what was decided and what became of it. */
public record RecommendationView(
        long id,
        String zoneId,
        Instant madeAt,
        LocalDate forDay,
        String action,
        double netMillimetres,
        double grossMillimetres,
        double cubicMetres,
        long durationSeconds,
        Optional<Instant> startAt,
        List<CycleView> cycles,
        List<ReasonView> reasons,
        Optional<InputsView> inputs,
        Optional<CostView> cost,
        boolean automatic,
        String decision,
        Optional<String> decidedBy,
        Optional<Instant> decidedAt,
        Optional<String> decisionReason,
        OptionalDouble decidedMillimetres,
        List<Long> runIds,
        Optional<OutcomeView> outcome,
        String sentence) {

    private static final double SECONDS_PER_HOUR = 3600;

    /** A stretch in which the valve would be open. */
    public record CycleView(Instant startAt, long seconds) {}

    /** The numbers that it stands on. */
    public record InputsView(
            double depletionMillimetres,
            double spreadMillimetres,
            double refillMillimetres,
            double availableMillimetres,
            double cropUseMillimetresPerDay,
            double expectedRainMillimetres,
            OptionalDouble rainProbability,
            OptionalDouble daysToRefill,
            OptionalDouble nodeDaysToRefill,
            OptionalDouble dataAgeHours) {
        static InputsView of(Figures figures, OptionalDouble dataAgeHours) {
            return new InputsView(
                    figures.depletion(),
                    figures.spread(),
                    figures.refillLine(),
                    figures.available(),
                    figures.cropUsePerDay(),
                    figures.expectedRain(),
                    figures.rainProbability(),
                    figures.daysToRefill(),
                    figures.nodeDaysToRefill(),
                    dataAgeHours);
        }
    }

    /** Of water and energy. */
    public record CostView(double amount, String currency) {}

    /** What an irrigation did. */
    public record OutcomeView(
            double appliedMillimetres,
            double appliedCubicMetres,
            boolean metered,
            double depletionBeforeMillimetres,
            double depletionAfterMillimetres,
            Optional<Boolean> probeRose,
            double drainageMillimetres,
            List<ReasonView> reasons) {
        static OutcomeView of(Outcome outcome) {
            return new OutcomeView(
                    outcome.appliedMillimetres(),
                    outcome.appliedCubicMetres(),
                    outcome.metered(),
                    outcome.depletionBefore(),
                    outcome.depletionAfter(),
                    outcome.rise() == Outcome.Rise.NOT_JUDGED
                            ? Optional.empty()
                            : Optional.of(outcome.rise() == Outcome.Rise.ROSE),
                    outcome.drainageMillimetres(),
                    ReasonView.all(outcome.reasons()));
        }
    }

    /** @param heard when the zone's probe was last heard */
    public static RecommendationView of(Stored stored, Site site, List<Long> runIds, Optional<Instant> heard) {
        Recommendation advice = stored.advice();
        Decision decision = stored.decided().decision();
        List<ReasonView> reasons = new ArrayList<>(ReasonView.all(advice.reasons()));
        advice.plan().ifPresent(plan -> reasons.addAll(ReasonView.all(plan.notes())));
        OptionalDouble age = heard.map(at -> OptionalDouble.of(
                        java.time.Duration.between(at, advice.madeAt()).toSeconds() / SECONDS_PER_HOUR))
                .orElse(OptionalDouble.empty());
        return new RecommendationView(
                stored.id(),
                advice.zoneId(),
                advice.madeAt(),
                advice.forDay(),
                advice.action().label(),
                advice.netMillimetres(),
                advice.grossMillimetres(),
                advice.cubicMetres(),
                advice.runTime().toSeconds(),
                advice.plan().map(RunPlan::start),
                advice.plan()
                        .map(plan -> plan.cycles().stream()
                                .map(cycle -> new CycleView(
                                        cycle.start(), cycle.length().toSeconds()))
                                .toList())
                        .orElse(List.of()),
                reasons,
                advice.figures().map(figures -> InputsView.of(figures, age)),
                advice.plan().map(plan -> new CostView(plan.cost(), site.currency())),
                advice.automatic(),
                decision.label(),
                RecommendationTable.by(decision),
                RecommendationTable.at(decision),
                RecommendationTable.why(decision),
                decision instanceof Decision.Changed changed ? changed.netMillimetres() : OptionalDouble.empty(),
                runIds,
                stored.outcome().map(OutcomeView::of),
                English.sentence(site, advice));
    }
}
