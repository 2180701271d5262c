package io.milliwatt.irrigation.recommendation;

import static io.milliwatt.irrigation.TestFarm.SITE;
import static io.milliwatt.irrigation.TestFarm.at;
import static io.milliwatt.irrigation.TestFarm.digest;
import static io.milliwatt.irrigation.TestFarm.forecast;
import static io.milliwatt.irrigation.TestFarm.weather;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.milliwatt.dsp.soil.quantity.Conductivity;
import io.milliwatt.irrigation.TestFarm;
import io.milliwatt.irrigation.ledger.Account;
import io.milliwatt.irrigation.ledger.Entry;
import io.milliwatt.irrigation.ledger.Ledger;
import io.milliwatt.irrigation.ledger.LedgerOpening;
import io.milliwatt.irrigation.probe.ProbeDigest;
import io.milliwatt.irrigation.probe.ReadingFlag;
import io.milliwatt.irrigation.reason.Reason;
import io.milliwatt.irrigation.reason.ReasonCode;
import io.milliwatt.irrigation.schedule.Amount;
import io.milliwatt.irrigation.schedule.Cycle;
import io.milliwatt.irrigation.schedule.RunPlan;
import io.milliwatt.irrigation.season.SeasonWord;
import io.milliwatt.irrigation.zone.Allocation;
import io.milliwatt.irrigation.zone.IrrigationMethod;
import io.milliwatt.irrigation.zone.WaterQuality;
import io.milliwatt.irrigation.zone.Zone;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AdviserTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 6, 12);
    private static final Instant NOW = at(TODAY, 18, 0);
    private static final SeasonWord UNPLANNED = new SeasonWord.Unplanned(Reason.of(ReasonCode.NO_PLAN_WITHOUT_PAST));
    private static final Adviser ADVISER = new Adviser(SITE, AdvicePolicy.USUAL);
    /** A grown maize on the test's loam: 165 mm available, refill at half of it. */
    private static final double NEAR_REFILL = 76;

    @Test
    void aDryZoneIsIrrigatedWithAmountTimeAndReasons() {
        Recommendation advice = advise(TestFarm.zone(), NEAR_REFILL, List.of(rain(1, 2, 0.3)), Surroundings.CALM);
        assertThat(advice.action()).isEqualTo(Action.IRRIGATE);
        assertThat(advice.automatic()).isTrue();
        Figures figures = advice.figures().orElseThrow();
        assertThat(advice.netMillimetres()).isBetween(figures.depletion() - 1, figures.depletion() + 2);
        assertThat(advice.runTime()).isEqualTo(TestFarm.zone().method().runTime(advice.grossMillimetres(), 1));
        RunPlan tonight = new RunPlan(
                "1",
                "north-a",
                "v",
                "s",
                List.of(new Cycle(at(TODAY, 22, 0), at(TODAY.plusDays(1), 9, 0))),
                advice.grossMillimetres(),
                advice.cubicMetres(),
                67.5,
                0,
                List.of());
        Reason closed = Reason.of(ReasonCode.WELL_REFILLS)
                .with("source", "Well")
                .with("minutes", 60)
                .with("runMinutes", 30);
        Recommendation untimed = advice.unplanned(List.of(closed)).unplanned(List.of(closed));
        assertThat(untimed.reasons()).hasSize(advice.reasons().size() + 1).endsWith(closed);
        assertThat(untimed.plan()).isEmpty();
        assertThat(English.sentence(SITE, advice.planned(tonight)))
                .matches(
                        "Irrigate \\d+ mm = 1\\d h( \\d+ min)? tonight 22:00, because depletion is 8\\d( mm, beyond the refill line)? of 8\\d mm, "
                                + "crop use \\d\\.\\d mm/d, 1 mm rain likely \\(30 %\\)\\. There is no plan for the season, .*");
    }

    @Test
    void aWetZoneIsLeftAloneAndSaysForHowLong() {
        Recommendation advice = advise(TestFarm.zone(), 30, List.of(), Surroundings.CALM);
        assertThat(advice.action()).isEqualTo(Action.WAIT);
        assertThat(advice.reasons().getFirst().code()).isEqualTo(ReasonCode.DEPLETION_LOW);
        assertThat(English.sentence(SITE, advice)).startsWith("Do nothing, because depletion is 3");
        assertThat(advice.figures().orElseThrow().daysToRefill().orElseThrow()).isBetween(4.0, 9.0);
    }

    @Test
    void likelyRainPutsAnIrrigationOffAndUnlikelyRainDoesNot() {
        Recommendation likely = advise(TestFarm.zone(), NEAR_REFILL, List.of(rain(1, 25, 0.8)), Surroundings.CALM);
        assertThat(likely.action()).isEqualTo(Action.WAIT);
        assertThat(likely.reasons().getFirst().code()).isEqualTo(ReasonCode.RAIN_WOULD_SUFFICE);
        assertThat(advise(TestFarm.zone(), NEAR_REFILL, List.of(rain(1, 60, 0.3)), Surroundings.CALM)
                        .action())
                .isEqualTo(Action.IRRIGATE);
    }

    @Test
    void frostWindRainAndEmergencyStopLockOut() {
        assertThat(blocked(new Surroundings(OptionalDouble.of(0.4), none(), none(), none(), 0, true, List.of())))
                .isEqualTo(ReasonCode.FROST_LOCKOUT);
        assertThat(blocked(new Surroundings(none(), OptionalDouble.of(9), none(), none(), 0, true, List.of())))
                .isEqualTo(ReasonCode.WIND_TOO_STRONG);
        Reason stop = Reason.of(ReasonCode.EMERGENCY_STOP).with("by", "ana").with("why", "burst pipe");
        assertThat(blocked(new Surroundings(none(), none(), none(), none(), 0, true, List.of(stop))))
                .isEqualTo(ReasonCode.EMERGENCY_STOP);
        Recommendation rained = advise(
                TestFarm.zone(),
                NEAR_REFILL,
                List.of(),
                new Surroundings(none(), none(), OptionalDouble.of(12), none(), 0, true, List.of()));
        assertThat(rained.action()).isEqualTo(Action.WAIT);
        assertThat(rained.reasons().getFirst().code()).isEqualTo(ReasonCode.RAIN_LOCKOUT);
    }

    @Test
    void theAllocationLimitsAndThenForbids() {
        Zone zone = with(
                Optional.of(new Allocation(
                        TestFarm.PLANTED, TODAY.plusDays(90), OptionalDouble.of(400), OptionalDouble.empty())),
                Optional.empty());
        Recommendation limited = advise(zone, NEAR_REFILL, List.of(), used(360));
        assertThat(limited.grossMillimetres()).isCloseTo(40, within(1e-9));
        assertThat(limited.reasons()).extracting(Reason::code).contains(ReasonCode.ALLOCATION_LIMITS);
        Recommendation spent = advise(zone, NEAR_REFILL, List.of(), used(399));
        assertThat(spent.action()).isEqualTo(Action.BLOCKED);
        assertThat(English.sentence(SITE, spent))
                .isEqualTo("Do not irrigate: 100 % of the allocation is used; 1 mm are left.");
    }

    @Test
    void saltyWaterIsGivenWithItsLeachingFraction() {
        WaterQuality salty =
                new WaterQuality(new Conductivity.IrrigationWater(1.5), new Conductivity.SaturatedPaste(1.7));
        Recommendation advice =
                advise(with(Optional.empty(), Optional.of(salty)), NEAR_REFILL, List.of(), Surroundings.CALM);
        assertThat(advice.grossMillimetres())
                .isCloseTo(advice.netMillimetres() / (1 - 1.5 / (5 * 1.7 - 1.5)), within(1e-9));
        assertThat(advice.reasons()).extracting(Reason::code).contains(ReasonCode.LEACHING);
    }

    @Test
    void withAFlaggedProbeOnlyAPersonOpens() {
        Recommendation advice = probed(List.of(digest(NOW, 5, Set.of(ReadingFlag.BREAK))), NEAR_REFILL);
        assertThat(advice.action()).isEqualTo(Action.IRRIGATE);
        assertThat(advice.automatic()).isFalse();
        assertThat(English.sentence(SITE, advice))
                .contains("doubtful: break.", "accept it to water by the weather alone.");
        assertThat(probed(List.of(), NEAR_REFILL).automatic()).isFalse();
        assertThat(probed(List.of(digest(NOW, 20.5, Set.of())), NEAR_REFILL).automatic())
                .isTrue();
    }

    @Test
    void nothingIsDecidedOnStaleWeather() {
        List<Entry> old = List.of(weather(TODAY.minusDays(5), 6));
        Account account = Ledger.of(
                        SITE, TestFarm.zone(), new LedgerOpening(TODAY.minusDays(5), OptionalDouble.of(70)), false, old)
                .at(NOW, List.of(), 7)
                .orElseThrow();
        Recommendation advice = ADVISER.advise(TestFarm.zone(), account, Surroundings.CALM, UNPLANNED);
        assertThat(advice.action()).isEqualTo(Action.BLOCKED);
        assertThat(advice.reasons().getFirst().code()).isEqualTo(ReasonCode.BALANCE_STALE);
    }

    @Test
    void aZoneWithoutSoilSaysSo() {
        Zone zone = TestFarm.zone();
        Zone bare = new Zone(
                zone.id(),
                zone.fieldId(),
                zone.name(),
                zone.outline(),
                1,
                Optional.empty(),
                zone.planting(),
                zone.method(),
                zone.refill(),
                Optional.empty(),
                Optional.empty());
        assertThat(ADVISER.withoutAccount(bare, NOW).reasons())
                .extracting(Reason::code)
                .containsExactly(ReasonCode.NO_SOIL);
    }

    @Test
    void aRecommendationIsDecidedOnceAndNotWhenOld() {
        DecidedRecommendation open =
                DecidedRecommendation.open(advise(TestFarm.zone(), NEAR_REFILL, List.of(), Surroundings.CALM));
        Decision half = new Decision.Changed(NOW, "ana", OptionalDouble.of(20), Optional.empty(), "the canal is low");
        DecidedRecommendation changed = open.decide(half, NOW);
        assertThat(changed.amount()).contains(new Amount.ByDepth(20));
        assertThatThrownBy(() -> changed.decide(new Decision.Accepted(NOW, "ben"), NOW))
                .hasMessageContaining("changed already");
        assertThatThrownBy(() -> open.decide(new Decision.Accepted(NOW, "ana"), NOW.plusSeconds(86_400)))
                .hasMessageContaining("too old");
        assertThatThrownBy(() -> new Decision.Rejected(NOW, "ana", " ")).hasMessageContaining("reason");
        DecidedRecommendation waits =
                DecidedRecommendation.open(advise(TestFarm.zone(), 30, List.of(), Surroundings.CALM));
        assertThatThrownBy(() -> waits.decide(new Decision.Accepted(NOW, "ana"), NOW))
                .hasMessageContaining("nothing to accept");
    }

    private static ReasonCode blocked(Surroundings around) {
        Recommendation advice = advise(TestFarm.zone(), NEAR_REFILL, List.of(), around);
        assertThat(advice.action()).isEqualTo(Action.BLOCKED);
        assertThat(advice.runTime()).isZero();
        return advice.reasons().getFirst().code();
    }

    private static Surroundings used(double millimetres) {
        return new Surroundings(none(), none(), none(), none(), millimetres, true, List.of());
    }

    private static OptionalDouble none() {
        return OptionalDouble.empty();
    }

    private static Entry.ExpectedRain rain(int daysAhead, double millimetres, double probability) {
        return new Entry.ExpectedRain(TODAY.plusDays(daysAhead), millimetres, probability, "service", at(TODAY, 12, 0));
    }

    private static Recommendation advise(Zone zone, double depletion, List<Entry> more, Surroundings around) {
        return ADVISER.advise(zone, account(zone, depletion, more, false, List.of()), around, UNPLANNED);
    }

    private static Recommendation probed(List<ProbeDigest> digests, double depletion) {
        Zone zone = TestFarm.zone();
        return ADVISER.advise(zone, account(zone, depletion, List.of(), true, digests), Surroundings.CALM, UNPLANNED);
    }

    private static Account account(
            Zone zone, double depletion, List<Entry> more, boolean probed, List<ProbeDigest> digests) {
        List<Entry> entries = new ArrayList<>(more);
        for (int i = 0; i < 15; i++) {
            entries.add(forecast(TODAY.plusDays(i), 6));
        }
        return Ledger.of(SITE, zone, new LedgerOpening(TODAY, OptionalDouble.of(depletion)), probed, entries)
                .at(NOW, digests, 10)
                .orElseThrow();
    }

    private static Zone with(Optional<Allocation> allocation, Optional<WaterQuality> quality) {
        Zone zone = TestFarm.zone(new IrrigationMethod(IrrigationMethod.Kind.DRIP, 67.5, 1, 1));
        return new Zone(
                zone.id(),
                zone.fieldId(),
                zone.name(),
                zone.outline(),
                1,
                zone.soil(),
                zone.planting(),
                zone.method(),
                zone.refill(),
                allocation,
                quality);
    }
}
