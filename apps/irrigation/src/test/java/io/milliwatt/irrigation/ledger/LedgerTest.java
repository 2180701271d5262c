package io.milliwatt.irrigation.ledger;

import static io.milliwatt.irrigation.TestFarm.SITE;
import static io.milliwatt.irrigation.TestFarm.at;
import static io.milliwatt.irrigation.TestFarm.dayRain;
import static io.milliwatt.irrigation.TestFarm.digest;
import static io.milliwatt.irrigation.TestFarm.forecast;
import static io.milliwatt.irrigation.TestFarm.probed;
import static io.milliwatt.irrigation.TestFarm.rain;
import static io.milliwatt.irrigation.TestFarm.watering;
import static io.milliwatt.irrigation.TestFarm.weather;
import static io.milliwatt.irrigation.TestFarm.zone;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.milliwatt.irrigation.TestFarm;
import io.milliwatt.irrigation.probe.ReadingFlag;
import io.milliwatt.irrigation.reason.ReasonCode;
import io.milliwatt.irrigation.zone.Zone;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LedgerTest {
    private static final LocalDate DAY = LocalDate.of(2026, 6, 12);
    private static final LocalDate NEXT = DAY.plusDays(1);
    private static final LedgerOpening TWELVE = new LedgerOpening(NEXT, OptionalDouble.of(12));
    private static final double CLOSED = 1e-9;

    /** Deficit 12 at 23:00, 8 mm overnight, so 4 mm are given at 05:00, and with an ET of 4 the next calculation finds 4. */
    @Test
    void rainBetweenCalculationAndStartIsCountedOnce() {
        List<Entry> entries = new ArrayList<>();
        entries.add(rain(at(NEXT, 0, 0), at(NEXT, 4, 30), 8));
        entries.add(weather(NEXT, referenceThatUses(4)));
        Account start = account(entries, at(NEXT, 4, 30));
        assertThat(start.standing().opening()).isEqualTo(12);
        assertThat(start.standing().closing()).isCloseTo(4, within(CLOSED));

        entries.add(watering("r1", at(NEXT, 4, 30), at(NEXT, 5, 0), 40, Evidence.METERED));
        entries.add(rain(at(NEXT, 4, 30), at(NEXT.plusDays(1), 0, 0), 0));
        LedgerDay day = ledger(entries).closedBefore(NEXT.plusDays(1)).getLast();
        assertThat(day.evapotranspiration()).isCloseTo(4, within(1e-6));
        assertThat(day.closing()).isCloseTo(4, within(1e-6));
    }

    @Test
    void rainThatWasForecastAndDidNotFallIsGivenBackAndStaysToBeSeen() {
        List<Entry> entries = new ArrayList<>(List.of(weather(NEXT, 5), dayRain(NEXT, 0)));
        LedgerDay without = day(entries);
        entries.add(new Entry.ExpectedRain(NEXT, 10, 0.5, "service", at(DAY, 18, 0)));
        LedgerDay settled = day(entries);
        assertThat(settled.closing()).isEqualTo(without.closing());
        assertThat(settled.sum(LineKind.RAIN_EXPECTED)).isEqualTo(-5);
        assertThat(settled.sum(LineKind.RAIN_EXPECTED_TAKEN_BACK)).isEqualTo(5);
        assertThat(settled.rain().settled()).isTrue();
    }

    @Test
    void withoutAGaugeTheForecastIsAllThereIsAndTheDayStaysUnsettled() {
        List<Entry> entries =
                List.of(weather(NEXT, 5), new Entry.ExpectedRain(NEXT, 10, 0.5, "service", at(DAY, 18, 0)));
        LedgerDay day = day(entries);
        assertThat(day.rain().settled()).isFalse();
        assertThat(day.sum(LineKind.RAIN_EXPECTED)).isEqualTo(-5);
        assertThat(day.sum(LineKind.RAIN_MEASURED)).isZero();
    }

    /** At noon the gauge has spoken for half of the day; only the other half is still expected. */
    @Test
    void duringTheDayOnlyTheRestOfTheForecastIsExpected() {
        List<Entry> entries = List.of(
                forecast(NEXT, 5),
                new Entry.ExpectedRain(NEXT, 10, 0.8, "service", at(DAY, 18, 0)),
                rain(at(NEXT, 0, 0), at(NEXT, 12, 0), 3));
        Account noon = account(entries, at(NEXT, 12, 0));
        assertThat(noon.standing().rain().counted()).isCloseTo(3, within(CLOSED));
        assertThat(noon.outlook().getFirst().rain().counted()).isCloseTo(4, within(CLOSED));
    }

    @Test
    void aFlowMeterReplacesTheReckonedTimeOfARunThatEndedEarly() {
        Instant from = at(NEXT, 22, 0);
        List<Entry> entries = List.of(
                weather(NEXT, 5),
                dayRain(NEXT, 0),
                watering("r1", from, from.plusSeconds(1800), 25, Evidence.METERED),
                watering("r1", from, from.plusSeconds(5400), 101, Evidence.TIMED));
        assertThat(day(entries).sum(LineKind.IRRIGATION)).isCloseTo(-2.5, within(CLOSED));
    }

    @Test
    void aRunOverMidnightIsSharedBetweenTheDays() {
        List<Entry> entries = List.of(
                weather(NEXT, 5),
                weather(NEXT.plusDays(1), 5),
                watering("r1", at(NEXT, 23, 0), at(NEXT.plusDays(1), 2, 0), 90, Evidence.METERED));
        List<LedgerDay> days = ledger(entries).closedBefore(NEXT.plusDays(2));
        assertThat(days.get(0).sum(LineKind.IRRIGATION)).isCloseTo(-3, within(CLOSED));
        assertThat(days.get(1).sum(LineKind.IRRIGATION)).isCloseTo(-6, within(CLOSED));
    }

    @Test
    void aGoodProbeCorrectsAndNarrowsTheEstimate() {
        List<Entry> entries = new ArrayList<>(List.of(weather(NEXT, 5), dayRain(NEXT, 0)));
        LedgerDay byWeather = probedDay(entries);
        assertThat(byWeather.basis()).isEqualTo(new Basis.ProbeStale(Optional.empty()));
        entries.add(probed(NEXT, 24.5, Set.of()));
        LedgerDay corrected = probedDay(entries);
        assertThat(corrected.basis()).isInstanceOf(Basis.ByProbe.class);
        assertThat(corrected.standardError()).isLessThan(byWeather.standardError());
        assertThat(corrected.sum(LineKind.PROBE_CORRECTION)).isGreaterThan(0.5);
        assertThat(corrected.band().holds(corrected.closing())).isTrue();
    }

    @Test
    void aFlaggedProbeIsLeftOutWithItsReason() {
        List<Entry> entries = List.of(
                weather(NEXT, 5), dayRain(NEXT, 0), probed(NEXT, 5, Set.of(ReadingFlag.BREAK, ReadingFlag.GAP)));
        LedgerDay day = probedDay(entries);
        assertThat(day.basis()).isEqualTo(new Basis.ProbeFlagged(Set.of(ReadingFlag.BREAK)));
        assertThat(day.basis().reason().sentence()).contains("doubtful: break.");
        assertThat(day.sum(LineKind.PROBE_CORRECTION)).isZero();
        assertThat(day.closing())
                .isEqualTo(day(List.of(weather(NEXT, 5), dayRain(NEXT, 0))).closing());
    }

    @Test
    void aReadingThatCannotBeSoilIsLeftOutEvenWithoutAFlag() {
        LedgerDay day = probedDay(List.of(weather(NEXT, 5), dayRain(NEXT, 0), probed(NEXT, -3, Set.of())));
        assertThat(day.basis()).isEqualTo(new Basis.ProbeFlagged(Set.of(ReadingFlag.RANGE)));
    }

    @Test
    void uncertaintyGrowsByTheWeatherAlone() {
        List<Entry> entries = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            entries.add(weather(NEXT.plusDays(i), 5));
        }
        entries.add(probed(NEXT, 25, Set.of()));
        List<LedgerDay> days = Ledger.of(SITE, zone(), TWELVE, true, entries).closedBefore(NEXT.plusDays(10));
        for (int i = 1; i < days.size(); i++) {
            assertThat(days.get(i).standardError())
                    .isGreaterThan(days.get(i - 1).standardError());
        }
    }

    /** What was told at noon of the evening comes true when the weather is as forecast. */
    @Test
    void standingAndRestOfTheDayMakeTheWholeDay() {
        List<Entry> entries = new ArrayList<>(List.of(forecast(NEXT, 6), rain(at(NEXT, 0, 0), at(NEXT, 12, 0), 0)));
        Account noon = account(entries, at(NEXT, 12, 0));
        entries.add(rain(at(NEXT, 12, 0), at(NEXT.plusDays(1), 0, 0), 0));
        assertThat(noon.outlook().getFirst().closing()).isCloseTo(day(entries).closing(), within(0.3));
    }

    @Test
    void theDaysToRefillCountFromTheStanding() {
        List<Entry> entries = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            entries.add(forecast(NEXT.plusDays(i), 7));
        }
        Account dry = Ledger.of(SITE, zone(), new LedgerOpening(NEXT, OptionalDouble.of(60)), false, entries)
                .at(at(NEXT, 6, 0), List.of(), 14)
                .orElseThrow();
        int days = Ledger.daysToRefill(dry).orElseThrow();
        assertThat(dry.outlook().get(days).refillReached()).isTrue();
        assertThat(days).isBetween(1, 6);
        assertThat(dry.outlook().get(days - 1).refillReached()).isFalse();
    }

    @Test
    void unknownWeatherIsCarriedOnAndSaysSo() {
        List<Entry> entries = List.of(weather(NEXT, 4));
        List<LedgerDay> days = ledger(entries).closedBefore(NEXT.plusDays(2));
        assertThat(days.getLast().origin()).isEqualTo(WeatherOrigin.CARRIED_ON);
        assertThat(days.getLast().assimilated().day().input().reference()).isEqualTo(4);
    }

    @Test
    void aProbeThatIsNowFlaggedDoesNotMoveTheStanding() {
        List<Entry> entries = List.of(forecast(NEXT, 5));
        Ledger ledger = Ledger.of(SITE, zone(), TWELVE, true, entries);
        Instant now = at(NEXT, 10, 0);
        LedgerDay bad = ledger.at(now, List.of(digest(now, 10, Set.of(ReadingFlag.STUCK))), 3)
                .orElseThrow()
                .standing();
        assertThat(bad.basis().reason().code()).isEqualTo(ReasonCode.PROBE_FLAGGED);
        assertThat(bad.closing())
                .isEqualTo(ledger.at(now, List.of(), 3).orElseThrow().standing().closing());
    }

    @Test
    void aZoneWithoutSoilHasNoAccount() {
        Zone whole = zone();
        Zone bare = new Zone(
                whole.id(),
                whole.fieldId(),
                whole.name(),
                whole.outline(),
                1,
                Optional.empty(),
                whole.planting(),
                whole.method(),
                whole.refill(),
                Optional.empty(),
                Optional.empty());
        assertThatThrownBy(() -> Ledger.of(SITE, bare, TWELVE, false, List.of()))
                .hasMessageContaining("has no soil");
        assertThat(Ledger.of(SITE, whole, LedgerOpening.full(NEXT), false, List.of())
                        .at(at(DAY, 12, 0), List.of(), 3))
                .isEmpty();
    }

    private static Ledger ledger(List<Entry> entries) {
        return Ledger.of(SITE, zone(), TWELVE, false, entries);
    }

    private static Account account(List<Entry> entries, Instant now) {
        return ledger(entries).at(now, List.of(), 3).orElseThrow();
    }

    private static LedgerDay day(List<Entry> entries) {
        return ledger(entries).closedBefore(NEXT.plusDays(1)).getLast();
    }

    private static LedgerDay probedDay(List<Entry> entries) {
        return Ledger.of(SITE, zone(), TWELVE, true, entries)
                .closedBefore(NEXT.plusDays(1))
                .getLast();
    }

    /** The day's ET depends on crop, cover and wetness; the reference that makes it so much is found by bisection. */
    private static double referenceThatUses(double evapotranspiration) {
        double low = 0;
        double high = 20;
        for (int i = 0; i < 60; i++) {
            double middle = (low + high) / 2;
            LedgerDay day = day(List.of(
                    weather(NEXT, middle),
                    dayRain(NEXT, 8),
                    watering("r1", at(NEXT, 4, 30), at(NEXT, 5, 0), 40, Evidence.METERED)));
            if (day.evapotranspiration() < evapotranspiration) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return (low + high) / 2;
    }

    static {
        assertThat(TestFarm.MAIZE.dayOn(NEXT)).isEqualTo(73);
    }
}
