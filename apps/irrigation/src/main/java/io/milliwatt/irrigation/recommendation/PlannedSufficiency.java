package io.milliwatt.irrigation.recommendation;

import io.milliwatt.dsp.soil.plan.SeasonPlan;
import io.milliwatt.dsp.soil.plan.WaterDecision;
import io.milliwatt.irrigation.ledger.Account;
import io.milliwatt.irrigation.ledger.LedgerDay;
import io.milliwatt.irrigation.reason.Reason;
import io.milliwatt.irrigation.reason.ReasonCode;
import io.milliwatt.irrigation.season.SeasonWord;
import io.milliwatt.irrigation.season.ZonePlan;
import io.milliwatt.irrigation.zone.Zone;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Why no water is given now where a season is planned; empty where some is. */
final class PlannedSufficiency {
    /** Less than this left ungiven is the planner's rounding, not an intention, mm. */
    private static final double LEAST_UNGIVEN = 2;

    private PlannedSufficiency() {}

    static List<Reason> reasons(
            Zone zone,
            Account account,
            Figures figures,
            Surroundings around,
            AdvicePolicy policy,
            SeasonWord.Planned season) {
        List<Reason> enough = new ArrayList<>();
        WaterDecision tonight = season.tonight();
        if (tonight.millimetres() <= 0) {
            enough.add(byPlan(account, figures, season));
            if (figures.depletion() < figures.refillLine()) {
                enough.add(
                        Explanation.low(figures, Math.max(0, account.outlook().size() - 1)));
            }
        } else {
            byRain(account, figures, around, policy, tonight.lineMillimetres()).ifPresent(enough::add);
            double net = Need.net(zone, account, season);
            if (enough.isEmpty() && net < zone.refill().leastNetMillimetres()) {
                enough.add(Explanation.tooLittle(net, zone.refill().leastNetMillimetres()));
            }
        }
        if (!enough.isEmpty()) {
            enough.add(Explanation.cropUse(figures));
            enough.add(Explanation.rain(figures));
            around.nodeDaysToRefill().ifPresent(days -> enough.add(Explanation.byNode(days)));
        }
        return enough;
    }

    /** Rain puts off what the plan would give, not where the zone is 15 % beyond the plan's line. */
    private static Optional<Reason> byRain(
            Account account, Figures figures, Surroundings around, AdvicePolicy policy, double line) {
        if (figures.depletion() >= Sufficiency.TOO_DRY_TO_WAIT * line) {
            return Optional.empty();
        }
        double rained = around.rainLast24Hours().orElse(0);
        if (rained >= policy.rainLockoutMillimetres()) {
            return Optional.of(Explanation.rained(rained));
        }
        List<LedgerDay> tomorrow = account.outlook().stream().skip(1).limit(1).toList();
        boolean keeps = tomorrow.stream().anyMatch(day -> day.closing() < line);
        return Sufficiency.likely(figures, policy) && keeps
                ? Optional.of(Reason.of(ReasonCode.RAIN_WOULD_SUFFICE)
                        .with("millimetres", figures.expectedRain())
                        .with("until", until(account, line)))
                : Optional.empty();
    }

    /** The last day of the forecast before the plan's line is reached. */
    private static String until(Account account, double line) {
        LedgerDay last = account.standing();
        for (LedgerDay day : account.outlook()) {
            if (day.closing() >= line && !day.date().equals(account.standing().date())) {
                break;
            }
            last = day;
        }
        return last.date().toString();
    }

    private static Reason byPlan(Account account, Figures figures, SeasonWord.Planned season) {
        String lastDay = season.plan().lastCropDay().toString();
        SeasonPlan plan = season.plan().standing().plan();
        return switch (season.tonight().why()) {
            case WATER_SPENT -> Reason.of(ReasonCode.PLAN_SPENT).with("until", lastDay);
            case TOO_LITTLE, DUE ->
                Explanation.tooLittle(
                        plan.limits().fillFraction() * Need.tonight(account).closing(),
                        plan.limits().leastMillimetres());
            case SOIL_SUFFICES -> noMore(season.plan(), lastDay);
            case NOT_DRY ->
                season.next()
                        .map(next -> Reason.of(
                                        figures.depletion() < figures.refillLine()
                                                ? ReasonCode.PLAN_WAITS
                                                : ReasonCode.PLAN_HOLDS_BACK)
                                .with("lineMillimetres", season.tonight().lineMillimetres())
                                .with("until", next.toString()))
                        .orElseGet(() -> noMore(season.plan(), lastDay));
        };
    }

    private static Reason noMore(ZonePlan plan, String lastDay) {
        double ungiven = plan.standing().plan().strategy().ungiven();
        return ungiven < LEAST_UNGIVEN
                ? Reason.of(ReasonCode.PLAN_SUFFICES).with("until", lastDay)
                : Reason.of(ReasonCode.PLAN_DRIES_DOWN).with("until", lastDay).with("millimetres", ungiven);
    }
}
