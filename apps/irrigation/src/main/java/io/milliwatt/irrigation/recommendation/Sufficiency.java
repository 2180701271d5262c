package io.milliwatt.irrigation.recommendation;

import io.milliwatt.irrigation.ledger.Account;
import io.milliwatt.irrigation.ledger.LedgerDay;
import io.milliwatt.irrigation.reason.Reason;
import io.milliwatt.irrigation.reason.ReasonCode;
import io.milliwatt.irrigation.season.SeasonWord;
import io.milliwatt.irrigation.zone.Zone;
import java.util.ArrayList;
import java.util.List;

/** Why no water is needed now where the refill line alone decides; empty where some is. */
final class Sufficiency {
    /** A zone so far beyond its line does not wait for rain that may come. */
    static final double TOO_DRY_TO_WAIT = 1.15;

    private Sufficiency() {}

    static List<Reason> reasons(
            Zone zone,
            Account account,
            Figures figures,
            Surroundings around,
            AdvicePolicy policy,
            SeasonWord.Unplanned season) {
        List<Reason> enough = new ArrayList<>();
        double rained = around.rainLast24Hours().orElse(0);
        boolean dry = figures.depletion() >= TOO_DRY_TO_WAIT * figures.refillLine();
        if (!Need.dueWithoutRain(account)) {
            enough.add(Explanation.low(figures, Math.max(0, account.outlook().size() - 1)));
        } else if (rained >= policy.rainLockoutMillimetres() && !dry) {
            enough.add(Explanation.rained(rained));
        } else if (!dry && likely(figures, policy) && !Need.dueWithRain(account)) {
            enough.add(Reason.of(ReasonCode.RAIN_WOULD_SUFFICE)
                    .with("millimetres", figures.expectedRain())
                    .with("until", until(account)));
        } else {
            double net = Need.net(zone, account, season);
            if (net < zone.refill().leastNetMillimetres()) {
                enough.add(Explanation.tooLittle(net, zone.refill().leastNetMillimetres()));
            }
        }
        if (!enough.isEmpty()) {
            enough.add(season.why());
            enough.add(Explanation.cropUse(figures));
            enough.add(Explanation.rain(figures));
            around.nodeDaysToRefill().ifPresent(days -> enough.add(Explanation.byNode(days)));
        }
        return enough;
    }

    static boolean likely(Figures figures, AdvicePolicy policy) {
        return figures.rainProbability().orElse(0) >= policy.countsOnRainFrom();
    }

    /** The last day of the forecast before the line is reached again. */
    private static String until(Account account) {
        LedgerDay last = account.standing();
        for (LedgerDay day : account.outlook()) {
            if (day.refillReached() && !day.date().equals(account.standing().date())) {
                break;
            }
            last = day;
        }
        return last.date().toString();
    }
}
