package io.milliwatt.irrigation.ledger;

import static io.milliwatt.irrigation.TestFarm.SITE;
import static io.milliwatt.irrigation.TestFarm.zone;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.milliwatt.irrigation.TestFarm;
import io.milliwatt.irrigation.probe.ReadingFlag;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Laws that hold for every account, on seasons drawn at random over a change of the clock. */
class LedgerPropertiesTest {
    private static final LocalDate FIRST = LocalDate.of(2026, 9, 20);
    private static final int DAYS = 60;
    private static final double CLOSED = 1e-9;
    private static final LedgerOpening OPENING = new LedgerOpening(FIRST, OptionalDouble.of(20));

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void theAccountAlwaysCloses(long seed) {
        List<Entry> entries = season(new Random(seed));
        Account account = Ledger.of(SITE, zone(), OPENING, true, entries)
                .at(SITE.startOf(FIRST.plusDays(DAYS)).plusSeconds(40_000), List.of(), 7)
                .orElseThrow();
        double evening = 20;
        List<LedgerDay> all = new ArrayList<>(account.days());
        all.add(account.standing());
        for (LedgerDay day : all) {
            assertThat(day.opening()).isEqualTo(evening);
            assertThat(day.opening()
                            + day.lines().stream()
                                    .mapToDouble(Line::millimetres)
                                    .sum())
                    .isCloseTo(day.closing(), within(CLOSED));
            assertThat(day.closing()).isBetween(0.0, day.available() + CLOSED);
            evening = day.closing();
        }
        for (LedgerDay day : account.outlook()) {
            assertThat(day.opening()
                            + day.lines().stream()
                                    .mapToDouble(Line::millimetres)
                                    .sum())
                    .isCloseTo(day.closing(), within(CLOSED));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13, 14, 15})
    void neitherOrderNorRepetitionOfArrivalMatters(long seed) {
        Random random = new Random(seed);
        List<Entry> entries = season(random);
        LocalDate end = FIRST.plusDays(DAYS);
        List<LedgerDay> inOrder =
                Ledger.of(SITE, zone(), OPENING, true, entries).closedBefore(end);
        List<Entry> wild = new ArrayList<>(entries);
        for (int i = 0; i < entries.size() / 3; i++) {
            wild.add(entries.get(random.nextInt(entries.size())));
        }
        Collections.shuffle(wild, random);
        assertThat(Ledger.of(SITE, zone(), OPENING, true, wild).closedBefore(end))
                .isEqualTo(inOrder);
    }

    /** Drawn up at whatever moments, each drop is in the account once. */
    @ParameterizedTest
    @ValueSource(longs = {21, 22, 23, 24, 25})
    void allRainIsCountedOnceWheneverTheAccountIsDrawn(long seed) {
        Random random = new Random(seed);
        List<Entry.Rain> rains = gauge(random);
        for (int i = 0; i < 20; i++) {
            Instant now = SITE.startOf(FIRST).plusSeconds(random.nextLong(86_400L * DAYS));
            List<Entry.Rain> known =
                    rains.stream().filter(rain -> !rain.until().isAfter(now)).toList();
            Account account = Ledger.of(SITE, zone(), OPENING, false, known)
                    .at(now, List.of(), 0)
                    .orElseThrow();
            double counted = account.standing().sum(LineKind.RAIN_MEASURED)
                    + account.days().stream()
                            .mapToDouble(day -> day.sum(LineKind.RAIN_MEASURED))
                            .sum();
            double fallen = known.stream().mapToDouble(Entry.Rain::millimetres).sum();
            assertThat(-counted).isCloseTo(fallen, within(CLOSED));
        }
    }

    private static List<Entry> season(Random random) {
        List<Entry> entries = new ArrayList<>(gauge(random));
        for (int i = 0; i < DAYS; i++) {
            LocalDate date = FIRST.plusDays(i);
            if (random.nextInt(10) > 0) {
                entries.add(TestFarm.weather(date, 8 * random.nextDouble()));
            }
            entries.add(new Entry.ExpectedRain(
                    date, 10 * random.nextDouble(), random.nextDouble(), "service", SITE.startOf(date)));
            if (random.nextInt(4) == 0) {
                Instant from = SITE.startOf(date).plusSeconds(random.nextLong(86_400));
                entries.add(TestFarm.watering(
                        "r" + i,
                        from,
                        from.plusSeconds(random.nextLong(9000)),
                        250 * random.nextDouble(),
                        Evidence.TIMED));
            }
            if (random.nextInt(3) == 0) {
                Set<ReadingFlag> flags = random.nextInt(4) == 0 ? Set.of(ReadingFlag.SPIKE) : Set.of();
                entries.add(TestFarm.probed(date, 14 + 14 * random.nextDouble(), flags));
            }
        }
        return entries;
    }

    /** Intervals without a hole, of 10 to 400 minutes, so that some go over midnight and over the change of the clock. */
    private static List<Entry.Rain> gauge(Random random) {
        List<Entry.Rain> rains = new ArrayList<>();
        Instant from = SITE.startOf(FIRST);
        Instant end = SITE.startOf(FIRST.plusDays(DAYS));
        while (from.isBefore(end)) {
            Instant until = from.plus(Duration.ofMinutes(10 + random.nextInt(390)));
            double millimetres = random.nextInt(5) == 0 ? 12 * random.nextDouble() : 0;
            rains.add(TestFarm.rain(from, until, millimetres));
            from = until;
        }
        return rains;
    }
}
