package io.milliwatt.irrigation.recommendation;

import io.milliwatt.irrigation.ledger.Account;
import io.milliwatt.irrigation.ledger.Basis;
import io.milliwatt.irrigation.reason.Reason;
import io.milliwatt.irrigation.reason.ReasonCode;
import io.milliwatt.irrigation.zone.IrrigationMethod;
import io.milliwatt.irrigation.zone.Planting;
import io.milliwatt.irrigation.zone.Zone;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/** What forbids an irrigation whatever the soil says, and what makes the account too poor to decide on. */
final class Objections {
    private static final double HOURS_PER_DAY = 24;

    private Objections() {}

    static List<Reason> to(Zone zone, Account account, Figures figures, Surroundings around, AdvicePolicy policy) {
        List<Reason> against = new ArrayList<>(around.interlocks());
        int unknown = Need.daysWithoutWeather(account);
        if (unknown >= policy.staleAfterDays()) {
            against.add(Reason.of(ReasonCode.BALANCE_STALE).with("hours", unknown * HOURS_PER_DAY));
        }
        boolean corrected = account.standing().basis() instanceof Basis.ByProbe
                || account.standing().basis() instanceof Basis.ByHand;
        if (!corrected && figures.spread() > policy.largestErrorPart() * figures.refillLine()) {
            against.add(account.standing().basis().reason());
            against.add(Reason.of(ReasonCode.UNCERTAIN).with("spreadMillimetres", figures.spread()));
        }
        against.addAll(lockouts(zone, account.standing().date(), around, policy));
        return against;
    }

    static List<Reason> lockouts(Zone zone, LocalDate date, Surroundings around, AdvicePolicy policy) {
        List<Reason> against = new ArrayList<>();
        frost(zone, around, policy, against);
        double left = Allowance.leftMillimetres(zone, date, around);
        if (zone.method().efficiency() * left < zone.refill().leastNetMillimetres()) {
            against.add(Reason.of(ReasonCode.ALLOCATION_SPENT)
                    .with("percent", Allowance.usedPercent(zone, around))
                    .with("leftMillimetres", left));
        }
        if (sprinkles(zone) && around.windMetresPerSecond().orElse(0) > policy.windLockoutMetresPerSecond()) {
            against.add(Reason.of(ReasonCode.WIND_TOO_STRONG)
                    .with("metresPerSecond", around.windMetresPerSecond().getAsDouble()));
        }
        return against;
    }

    private static void frost(Zone zone, Surroundings around, AdvicePolicy policy, List<Reason> against) {
        double crop = zone.planting()
                .map(Planting::criticalCelsius)
                .orElse(OptionalDouble.empty())
                .orElse(Double.NEGATIVE_INFINITY);
        double limit = Math.max(policy.frostLockoutCelsius(), crop);
        around.lowestCelsius().ifPresent(lowest -> {
            if (lowest <= limit) {
                against.add(Reason.of(ReasonCode.FROST_LOCKOUT)
                        .with("celsius", lowest)
                        .with("limitCelsius", limit));
            }
        });
    }

    private static boolean sprinkles(Zone zone) {
        return zone.method().kind() == IrrigationMethod.Kind.SPRINKLER
                || zone.method().kind() == IrrigationMethod.Kind.PIVOT
                || zone.method().kind() == IrrigationMethod.Kind.MICRO_SPRINKLER;
    }
}
