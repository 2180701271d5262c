package io.milliwatt.irrigation.recommendation;

import io.milliwatt.dsp.soil.plan.SeasonPlan;
import io.milliwatt.irrigation.ledger.Account;
import io.milliwatt.irrigation.reason.Reason;
import io.milliwatt.irrigation.reason.ReasonCode;
import io.milliwatt.irrigation.season.SeasonWord;
import io.milliwatt.irrigation.season.ZonePlan;
import java.util.List;

/** Why the season's plan gives no water now, or waits for rain; empty where it gives some. */
final class PlannedSufficiency {
    /** Less than this left ungiven is the planner's rounding, not an intention, mm. */
    private static final double LEAST_UNGIVEN = 2;

    private PlannedSufficiency() {}

    static List<Reason> reasons(Situation now, SeasonWord.Planned season) {
        Account account = now.account();
        double line = season.tonight().lineMillimetres();
        if (season.tonight().millimetres() > 0) {
            boolean sufficient = account.outlook().stream().skip(1).limit(1).anyMatch(day -> day.closing() < line);
            return RainDelay.of(now, line, sufficient, day -> day.closing() >= line).stream()
                    .toList();
        }
        Reason byPlan = byPlan(account, now.figures(), season);
        return now.figures().depletion() < now.figures().refillLine()
                ? List.of(byPlan, Explanation.low(now.figures(), account))
                : List.of(byPlan);
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
