package io.milliwatt.irrigation.recommendation;

import io.milliwatt.irrigation.ledger.Account;
import io.milliwatt.irrigation.ledger.LedgerDay;
import io.milliwatt.irrigation.reason.Reason;
import io.milliwatt.irrigation.season.SeasonWord;
import java.util.ArrayList;
import java.util.List;

/** Why no water is given now, by the season's plan or, without one, by the refill line alone; empty where some is. */
final class Sufficiency {

    private Sufficiency() {}

    static List<Reason> reasons(Situation now, SeasonWord season) {
        List<Reason> enough = new ArrayList<>(
                switch (season) {
                    case SeasonWord.Planned planned -> PlannedSufficiency.reasons(now, planned);
                    case SeasonWord.Unplanned _ -> byLine(now);
                });
        double net = Need.net(now.zone(), now.account(), season);
        double least = now.zone().refill().leastNetMillimetres();
        if (enough.isEmpty() && net < least) {
            enough.add(Explanation.tooLittle(net, least));
        }
        if (!enough.isEmpty()) {
            if (season instanceof SeasonWord.Unplanned unplanned) {
                enough.add(unplanned.why());
            }
            enough.add(Explanation.cropUse(now.figures()));
            enough.add(Explanation.rain(now.figures()));
            now.around().nodeDaysToRefill().ifPresent(days -> enough.add(Explanation.byNode(days)));
        }
        return enough;
    }

    private static List<Reason> byLine(Situation now) {
        Account account = now.account();
        if (!Need.dueWithoutRain(account)) {
            return List.of(Explanation.low(now.figures(), account));
        }
        return RainDelay.of(now, now.figures().refillLine(), !Need.dueWithRain(account), LedgerDay::refillReached)
                .stream()
                .toList();
    }
}
