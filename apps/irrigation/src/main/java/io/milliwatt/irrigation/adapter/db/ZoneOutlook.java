package io.milliwatt.irrigation.adapter.db;

import io.milliwatt.irrigation.ledger.Account;
import io.milliwatt.irrigation.ledger.Basis;
import io.milliwatt.irrigation.ledger.Ledger;
import io.milliwatt.irrigation.ledger.LedgerDay;
import io.milliwatt.irrigation.ledger.LineKind;
import io.milliwatt.irrigation.reason.Reason;
import io.milliwatt.irrigation.reason.ReasonCode;
import io.milliwatt.irrigation.zone.Planting;
import io.milliwatt.irrigation.zone.Zone;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.function.Predicate;

/**
 * How a zone stands, kept for lists of thousands.
 *
 * @param status ok, refill-soon, refill-now, stressed, too-wet, unknown or no-soil
 * @param balance probe-corrected, weather-only or none
 * @param daysToRefill 0 is now; empty where the forecast does not reach it
 */
public record ZoneOutlook(
        Instant at,
        String status,
        Optional<String> stage,
        OptionalDouble rootDepthMillimetres,
        OptionalDouble depletionMillimetres,
        OptionalDouble spreadMillimetres,
        OptionalDouble refillMillimetres,
        OptionalDouble totalAvailableMillimetres,
        OptionalDouble cropUseMillimetres,
        OptionalInt daysToRefill,
        OptionalInt daysToRefillLow,
        OptionalInt daysToRefillHigh,
        String balance,
        Optional<Reason> balanceReason) {

    private static final double MILLIMETRES_PER_METRE = 1000;
    private static final double SOON_DAYS = 2;
    private static final double DRAINING_MILLIMETRES = 2;
    private static final double UNSTRESSED = 0.995;

    /** Of a zone whose account cannot be drawn. */
    public static ZoneOutlook without(Zone zone, Instant at) {
        OptionalDouble none = OptionalDouble.empty();
        OptionalInt never = OptionalInt.empty();
        boolean soil = zone.soil().isPresent();
        return new ZoneOutlook(
                at,
                soil ? "unknown" : "no-soil",
                Optional.empty(),
                none,
                none,
                none,
                none,
                none,
                none,
                never,
                never,
                never,
                "none",
                Optional.of(Reason.of(soil ? ReasonCode.NO_CROP : ReasonCode.NO_SOIL)));
    }

    public static ZoneOutlook of(Zone zone, Account account) {
        LedgerDay standing = account.standing();
        OptionalInt days = Ledger.daysToRefill(account);
        boolean corrected = standing.basis() instanceof Basis.ByProbe || standing.basis() instanceof Basis.ByHand;
        return new ZoneOutlook(
                account.at(),
                status(standing, days),
                zone.planting().map(planting -> stage(planting, standing)),
                OptionalDouble.of(standing.rootDepthMetres() * MILLIMETRES_PER_METRE),
                OptionalDouble.of(standing.closing()),
                OptionalDouble.of(standing.standardError()),
                OptionalDouble.of(standing.refillLine()),
                OptionalDouble.of(standing.available()),
                account.outlook().stream()
                        .limit(2)
                        .mapToDouble(LedgerDay::evapotranspiration)
                        .max(),
                days,
                first(account.outlook(), day -> day.band().high() >= day.refillLine()),
                first(account.outlook(), day -> day.band().low() >= day.refillLine()),
                corrected ? "probe-corrected" : "weather-only",
                Optional.of(standing.basis().reason()));
    }

    private static String stage(Planting planting, LedgerDay day) {
        return planting.stageOn(day.date()).name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static String status(LedgerDay standing, OptionalInt days) {
        if (-standing.sum(LineKind.DRAINAGE) > DRAINING_MILLIMETRES
                || standing.sum(LineKind.DRAINAGE) > DRAINING_MILLIMETRES) {
            return "too-wet";
        }
        if (standing.refillReached()) {
            return standing.stress() < UNSTRESSED ? "stressed" : "refill-now";
        }
        return days.isPresent() && days.getAsInt() <= SOON_DAYS ? "refill-soon" : "ok";
    }

    private static OptionalInt first(List<LedgerDay> days, Predicate<LedgerDay> reached) {
        for (int i = 0; i < days.size(); i++) {
            if (reached.test(days.get(i))) {
                return OptionalInt.of(i);
            }
        }
        return OptionalInt.empty();
    }
}
