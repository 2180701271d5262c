package io.milliwatt.irrigation.recommendation;

import io.milliwatt.irrigation.ledger.Account;
import io.milliwatt.irrigation.reason.Reason;
import io.milliwatt.irrigation.reason.ReasonCode;

/** The figures as reasons. */
final class Explanation {
    private static final double HOURS_PER_DAY = 24;

    private Explanation() {}

    static Reason depletion(Figures figures) {
        if (figures.depletion() >= figures.refillLine()) {
            return with(figures, ReasonCode.DEPLETION_BEYOND_REFILL);
        }
        return with(figures, ReasonCode.DEPLETION_NEAR_REFILL)
                .with("daysToRefill", figures.daysToRefill().orElse(1));
    }

    static Reason low(Figures figures, Account account) {
        return figures.daysToRefill().isPresent()
                ? with(figures, ReasonCode.DEPLETION_LOW)
                        .with("daysToRefill", figures.daysToRefill().getAsDouble())
                : with(figures, ReasonCode.DEPLETION_LOW_FOR_LONG)
                        .with("days", Math.max(0, account.outlook().size() - 1));
    }

    static Reason cropUse(Figures figures) {
        return Reason.of(ReasonCode.CROP_USE).with("millimetresPerDay", figures.cropUsePerDay());
    }

    static Reason rain(Figures figures) {
        if (figures.rainProbability().isEmpty()) {
            return Reason.of(ReasonCode.NO_FORECAST);
        }
        return Reason.of(ReasonCode.RAIN_EXPECTED)
                .with("millimetres", figures.expectedRain())
                .with("probabilityPercent", 100 * figures.rainProbability().getAsDouble());
    }

    static Reason rained(double millimetres) {
        return Reason.of(ReasonCode.RAIN_LOCKOUT)
                .with("millimetres", millimetres)
                .with("hours", HOURS_PER_DAY);
    }

    static Reason tooLittle(double net, double least) {
        return Reason.of(ReasonCode.TOO_LITTLE_TO_IRRIGATE)
                .with("millimetres", net)
                .with("leastMillimetres", least);
    }

    static Reason byNode(double days) {
        return Reason.of(ReasonCode.NODE_DAYS_TO_REFILL).with("daysToRefill", days);
    }

    private static Reason with(Figures figures, ReasonCode code) {
        return Reason.of(code)
                .with("depletionMillimetres", figures.depletion())
                .with("refillMillimetres", figures.refillLine());
    }
}
