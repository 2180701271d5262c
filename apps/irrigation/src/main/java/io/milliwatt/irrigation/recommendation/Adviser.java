package io.milliwatt.irrigation.recommendation;

import io.milliwatt.dsp.soil.quantity.WaterDepth;
import io.milliwatt.dsp.soil.salinity.Leaching;
import io.milliwatt.irrigation.ledger.Account;
import io.milliwatt.irrigation.ledger.Basis;
import io.milliwatt.irrigation.reason.Reason;
import io.milliwatt.irrigation.reason.ReasonCode;
import io.milliwatt.irrigation.season.SeasonWord;
import io.milliwatt.irrigation.site.Site;
import io.milliwatt.irrigation.zone.SetupGap;
import io.milliwatt.irrigation.zone.WaterQuality;
import io.milliwatt.irrigation.zone.Zone;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Makes recommendations; the same inputs give the same one. */
public final class Adviser {
    private final Site site;
    private final AdvicePolicy policy;

    public Adviser(Site site, AdvicePolicy policy) {
        this.site = site;
        this.policy = policy;
    }

    /** Of a zone whose account cannot be drawn: it says what is missing. */
    public Recommendation withoutAccount(Zone zone, Instant now) {
        List<Reason> reasons = new ArrayList<>(zone.gaps().stream()
                .map(gap -> Reason.of(gap == SetupGap.NO_SOIL ? ReasonCode.NO_SOIL : ReasonCode.NO_CROP))
                .toList());
        if (reasons.isEmpty()) {
            reasons.add(Reason.of(ReasonCode.NO_CROP));
        }
        return idle(zone, now, Action.BLOCKED, reasons, Optional.empty(), Optional.empty());
    }

    /** What of the surroundings forbids water now, such as frost; to be asked again when a valve is about to open. */
    public List<Reason> lockouts(Zone zone, Surroundings around, Instant now) {
        return Objections.lockouts(zone, site.dateAt(now), around, policy);
    }

    /** @param season what the season's plan says to tonight; without one the refill line alone decides */
    public Recommendation advise(Zone zone, Account account, Surroundings around, SeasonWord season) {
        Figures figures = Need.figures(account, around.nodeDaysToRefill());
        Optional<Reason> basis = Optional.of(account.standing().basis().reason());
        List<Reason> against = Objections.to(zone, account, figures, around, policy);
        if (!against.isEmpty()) {
            return idle(zone, account.at(), Action.BLOCKED, against, Optional.of(figures), basis);
        }
        List<Reason> enough = Sufficiency.reasons(new Situation(zone, account, figures, around, policy), season);
        if (!enough.isEmpty()) {
            return idle(zone, account.at(), Action.WAIT, enough, Optional.of(figures), basis);
        }
        return irrigate(zone, account, figures, basis, around, season);
    }

    private Recommendation irrigate(
            Zone zone,
            Account account,
            Figures figures,
            Optional<Reason> basis,
            Surroundings around,
            SeasonWord season) {
        List<Reason> reasons = new ArrayList<>();
        reasons.add(Explanation.depletion(figures));
        reasons.add(Explanation.cropUse(figures));
        reasons.add(Explanation.rain(figures));
        if (figures.stressPercent() < 99.5) {
            reasons.add(Reason.of(ReasonCode.STRESSED).with("percent", figures.stressPercent()));
        }
        around.nodeDaysToRefill().ifPresent(days -> reasons.add(Explanation.byNode(days)));
        reasons.add(
                switch (season) {
                    case SeasonWord.Planned planned ->
                        Reason.of(ReasonCode.PLAN_REFILLS)
                                .with("lineMillimetres", planned.tonight().lineMillimetres());
                    case SeasonWord.Unplanned unplanned -> unplanned.why();
                });
        double net = Need.net(zone, account, season);
        double gross = gross(zone, net, reasons);
        double left = Allowance.leftMillimetres(zone, account.standing().date(), around);
        if (gross > left) {
            reasons.add(Reason.of(ReasonCode.ALLOCATION_LIMITS)
                    .with("leftMillimetres", left)
                    .with("wantedMillimetres", gross));
            net = net * left / gross;
            gross = left;
        }
        if (!around.hasValve()) {
            reasons.add(Reason.of(ReasonCode.NO_VALVE));
        }
        boolean trusted = trusted(account);
        if (!trusted) {
            reasons.add(account.standing().basis().reason());
            reasons.add(Reason.of(ReasonCode.NEEDS_A_PERSON));
        }
        return new Recommendation(
                zone.id(),
                account.at(),
                account.standing().date(),
                Action.IRRIGATE,
                net,
                gross,
                zone.cubicMetres(gross),
                zone.method().runTime(gross, zone.areaHectares()),
                reasons,
                Optional.of(figures),
                basis,
                trusted && around.hasValve(),
                Optional.empty());
    }

    /** A zone without a probe is run by the weather on purpose; one whose probe fell out is not. */
    private static boolean trusted(Account account) {
        return account.standing().basis() instanceof Basis.ByProbe
                || account.standing().basis() instanceof Basis.ByHand
                || account.standing().basis() instanceof Basis.NoProbe;
    }

    private static double gross(Zone zone, double net, List<Reason> reasons) {
        double leaching =
                zone.waterQuality().map(WaterQuality::leachingFraction).orElse(0.0);
        double withLeaching =
                Leaching.applied(WaterDepth.ofMillimetres(net), leaching).millimetres();
        if (leaching > 0) {
            reasons.add(Reason.of(ReasonCode.LEACHING).with("percent", 100 * (withLeaching / net - 1)));
        }
        return zone.method().gross(withLeaching);
    }

    private Recommendation idle(
            Zone zone,
            Instant now,
            Action action,
            List<Reason> reasons,
            Optional<Figures> figures,
            Optional<Reason> basis) {
        return new Recommendation(
                zone.id(),
                now,
                site.dateAt(now),
                action,
                0,
                0,
                0,
                Duration.ZERO,
                reasons,
                figures,
                basis,
                false,
                Optional.empty());
    }
}
