package io.milliwatt.irrigation.recommendation;

import io.milliwatt.irrigation.ledger.Account;
import io.milliwatt.irrigation.ledger.LedgerDay;
import io.milliwatt.irrigation.reason.Reason;
import io.milliwatt.irrigation.reason.ReasonCode;
import java.util.Optional;
import java.util.function.Predicate;

/** Rain that has fallen or may come and puts a watering off. */
final class RainDelay {
    /** A zone so far beyond its line does not wait for rain. */
    private static final double TOO_DRY_TO_WAIT = 1.15;

    private RainDelay() {}

    /**
     * The rain that the zone waits for; empty where it waits for none.
     *
     * @param line beyond which the zone is watered, mm
     * @param sufficient whether the rain to come would keep the zone from its line tomorrow
     * @param reached whether the line is reached on a day's evening
     */
    static Optional<Reason> of(Situation now, double line, boolean sufficient, Predicate<LedgerDay> reached) {
        Figures figures = now.figures();
        if (figures.depletion() >= TOO_DRY_TO_WAIT * line) {
            return Optional.empty();
        }
        double rained = now.around().rainLast24Hours().orElse(0);
        if (rained >= now.policy().rainLockoutMillimetres()) {
            return Optional.of(Explanation.rained(rained));
        }
        boolean likely = figures.rainProbability().orElse(0) >= now.policy().countsOnRainFrom();
        return likely && sufficient
                ? Optional.of(Reason.of(ReasonCode.RAIN_WOULD_SUFFICE)
                        .with("millimetres", figures.expectedRain())
                        .with("until", until(now.account(), reached)))
                : Optional.empty();
    }

    /** The last day of the forecast before the line is reached. */
    private static String until(Account account, Predicate<LedgerDay> reached) {
        LedgerDay last = account.standing();
        for (LedgerDay day : account.outlook()) {
            if (reached.test(day) && !day.date().equals(account.standing().date())) {
                break;
            }
            last = day;
        }
        return last.date().toString();
    }
}
