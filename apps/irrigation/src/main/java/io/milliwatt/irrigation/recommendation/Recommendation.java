package io.milliwatt.irrigation.recommendation;

import io.milliwatt.irrigation.reason.Reason;
import io.milliwatt.irrigation.reason.ReasonCode;
import io.milliwatt.irrigation.schedule.RunPlan;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What to do with a zone's water.
 *
 * @param forDay whose night it is for
 * @param netMillimetres that the root zone is to get; 0 unless irrigating
 * @param grossMillimetres to be let in, with losses and leaching
 * @param runTime with the valve open
 * @param reasons the most important first
 * @param figures empty where no account can be drawn
 * @param basis on what the depletion stands; empty where there is none
 * @param automatic whether the valve may open without a person's acceptance
 * @param plan when; empty until it is planned, and where there is no valve
 */
public record Recommendation(
        String zoneId,
        Instant madeAt,
        LocalDate forDay,
        Action action,
        double netMillimetres,
        double grossMillimetres,
        double cubicMetres,
        Duration runTime,
        List<Reason> reasons,
        Optional<Figures> figures,
        Optional<Reason> basis,
        boolean automatic,
        Optional<RunPlan> plan) {

    public Recommendation {
        reasons = List.copyOf(reasons);
        if (reasons.isEmpty()) {
            throw new IllegalArgumentException("A recommendation needs a reason.");
        }
    }

    public Recommendation planned(RunPlan run) {
        return with(reasons, Optional.of(run));
    }

    /** No time was found for it; what it does not say yet of why is added. */
    public Recommendation unplanned(List<Reason> why) {
        return with(
                Stream.concat(reasons.stream(), why.stream().filter(reason -> !says(reason.code())))
                        .toList(),
                Optional.empty());
    }

    private boolean says(ReasonCode code) {
        return reasons.stream().anyMatch(reason -> reason.code() == code);
    }

    private Recommendation with(List<Reason> reasons, Optional<RunPlan> plan) {
        return new Recommendation(
                zoneId,
                madeAt,
                forDay,
                action,
                netMillimetres,
                grossMillimetres,
                cubicMetres,
                runTime,
                reasons,
                figures,
                basis,
                automatic,
                plan);
    }
}
