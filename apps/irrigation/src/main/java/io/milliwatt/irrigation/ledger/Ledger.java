package io.milliwatt.irrigation.ledger;

import io.milliwatt.dsp.soil.assimilation.AssimilationSettings;
import io.milliwatt.dsp.soil.assimilation.DepletionFilter;
import io.milliwatt.dsp.soil.assimilation.FieldEstimate;
import io.milliwatt.dsp.soil.balance.BalanceSettings;
import io.milliwatt.dsp.soil.balance.CurveNumber;
import io.milliwatt.dsp.soil.balance.DualCropBalance;
import io.milliwatt.dsp.soil.balance.FieldDay;
import io.milliwatt.dsp.soil.balance.FieldSoil;
import io.milliwatt.dsp.soil.balance.StressResponse;
import io.milliwatt.dsp.soil.evapotranspiration.ReferenceSurface;
import io.milliwatt.irrigation.probe.ProbeDigest;
import io.milliwatt.irrigation.site.Site;
import io.milliwatt.irrigation.zone.Planting;
import io.milliwatt.irrigation.zone.SetupGap;
import io.milliwatt.irrigation.zone.Zone;
import io.milliwatt.irrigation.zone.ZoneSoil;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** A zone's account drawn from all that is known of it. Immutable; drawing it again with more known is how late news are taken in. */
public final class Ledger {
    /** What a forecast's evapotranspiration adds to a day's uncertainty: about 1 mm. */
    private static final double FORECAST_VARIANCE = 1;

    private final Site site;
    private final Zone zone;
    private final Planting planting;
    private final FieldSoil soil;
    private final DepletionFilter filter;
    private final DualCropBalance balance;
    private final LedgerOpening opening;
    private final boolean probed;
    private final RainBook rain;
    private final WeatherBook weather;
    private final WateringBook watering;
    private final ProbeBook probes;

    private Ledger(
            Site site,
            Zone zone,
            ZoneSoil zoneSoil,
            Planting planting,
            LedgerOpening opening,
            boolean probed,
            Entries entries) {
        this.site = site;
        this.zone = zone;
        this.planting = planting;
        this.opening = opening;
        this.probed = probed;
        soil = zoneSoil.forBalance(zoneSoil.atFieldCapacity(), planting.crop().maximumRootDepthMetres());
        balance = new DualCropBalance(planting.crop(), soil, settings(zoneSoil));
        filter = new DepletionFilter(balance, AssimilationSettings.STANDARD);
        rain = new RainBook(entries);
        weather = new WeatherBook(entries);
        watering = new WateringBook(entries, zone);
        probes = new ProbeBook(entries);
    }

    /**
     * @param probed whether the zone has a probe, so that its silence is a fault
     * @param entries all that is known, in any order, repeated or not
     * @throws IllegalArgumentException where the zone has no soil or no crop, or begins before planting
     */
    public static Ledger of(
            Site site, Zone zone, LedgerOpening opening, boolean probed, Collection<? extends Entry> entries) {
        if (!zone.gaps().isEmpty()) {
            throw new IllegalArgumentException(
                    String.join(" ", zone.gaps().stream().map(SetupGap::words).toList()));
        }
        Planting planting = zone.planting().orElseThrow();
        if (opening.firstDay().isBefore(planting.plantedOn())) {
            throw new IllegalArgumentException("The account begins on " + opening.firstDay() + ", before planting on "
                    + planting.plantedOn() + ".");
        }
        return new Ledger(site, zone, zone.soil().orElseThrow(), planting, opening, probed, new Entries(entries));
    }

    /**
     * The account at a moment.
     *
     * @param current what the probes say now
     * @param forecastDays days after today
     * @return empty where nothing grows now
     */
    public Optional<Account> at(Instant now, Collection<ProbeDigest> current, int forecastDays) {
        LocalDate today = site.dateAt(now);
        if (today.isBefore(opening.firstDay()) || !planting.standsOn(today)) {
            return Optional.empty();
        }
        List<LedgerDay> days = closedBefore(today);
        FieldEstimate evening = days.isEmpty() ? begin() : days.getLast().estimate();
        LedgerDay standing = standing(evening, today, now, current);
        return Optional.of(new Account(
                now,
                days,
                standing,
                outlook(evening, standing, today, now, forecastDays),
                new Midnight(balance, evening, wholeDay(today, now))));
    }

    private FieldDay wholeDay(LocalDate date, Instant now) {
        Span day = dayOf(date);
        Entry.Weather known = weather.on(date);
        double fallen = rain.account(date, new Span(day.from(), now), day).counted();
        double toCome = rain.toCome(date, new Span(now, day.until()), day).counted();
        return input(known, known.reference(), fallen + toCome, 0);
    }

    /** The days that were over before a date, as far as the crop stood. */
    public List<LedgerDay> closedBefore(LocalDate today) {
        List<LedgerDay> days = new ArrayList<>();
        FieldEstimate estimate = begin();
        for (LocalDate date = opening.firstDay();
                date.isBefore(today) && planting.standsOn(date);
                date = date.plusDays(1)) {
            LedgerDay day = closed(estimate, date);
            days.add(day);
            estimate = day.estimate();
        }
        return days;
    }

    /** Days until the refill line is reached by the account's forecast, 0 being today; empty where the forecast does not reach it. */
    public static OptionalInt daysToRefill(Account account) {
        if (account.standing().refillReached()) {
            return OptionalInt.of(0);
        }
        for (int i = 0; i < account.outlook().size(); i++) {
            if (account.outlook().get(i).refillReached()) {
                return OptionalInt.of(i);
            }
        }
        return OptionalInt.empty();
    }

    private FieldEstimate begin() {
        FieldEstimate planted = filter.start();
        int day = planting.dayOn(opening.firstDay());
        double available = soil.availableWater(planted.balance().rootDepthMetres());
        return new Beginning(planting, soil, day)
                .at(planted, opening.depletion().orElse(0), available);
    }

    private LedgerDay closed(FieldEstimate before, LocalDate date) {
        Span day = dayOf(date);
        Entry.Weather known = weather.on(date);
        RainAccount fallen = rain.account(date, day, day);
        FieldDay input = input(known, known.reference(), fallen.counted(), watering.millimetres(day));
        double roots = grownRoots(before, input);
        ProbeBook.Reading reading = probes.evening(date, soil, roots, probed);
        return DayAccount.of(
                zone,
                date,
                before,
                filter.step(before, input, reading.reading()),
                fallen,
                known.origin(),
                reading.reason());
    }

    private LedgerDay standing(FieldEstimate before, LocalDate date, Instant now, Collection<ProbeDigest> current) {
        Span past = new Span(site.startOf(date), now);
        Entry.Weather known = weather.on(date);
        double share = Daylight.share(site, date, now);
        RainAccount fallen = rain.account(date, past, dayOf(date));
        FieldDay input = input(known, known.reference() * share, fallen.counted(), watering.millimetres(past));
        ProbeBook.Reading reading = probes.on(date, current, soil, grownRoots(before, input), probed);
        FieldDay whole = input(known, known.reference(), fallen.counted(), watering.millimetres(past));
        // The line to refill at goes by the whole day's demand, not by what the hours since midnight used.
        double fraction = balance.step(before.balance(), whole).depletionFraction();
        return DayAccount.of(
                        zone,
                        date,
                        before,
                        filter.step(before, input, reading.reading()),
                        fallen,
                        known.origin(),
                        reading.reason())
                .withRefillLine(available -> zone.refill().refillLine(available, fraction));
    }

    private List<LedgerDay> outlook(
            FieldEstimate evening, LedgerDay standing, LocalDate today, Instant now, int forecastDays) {
        List<LedgerDay> days = new ArrayList<>();
        FieldEstimate estimate = Beginning.again(standing.estimate(), evening);
        double used = Daylight.share(site, today, now);
        for (int i = 0; i <= forecastDays; i++) {
            LocalDate date = today.plusDays(i);
            if (!planting.standsOn(date)) {
                break;
            }
            Span day = dayOf(date);
            Span rest = i == 0 ? new Span(now, day.until()) : day;
            Entry.Weather known = weather.on(date);
            RainAccount toCome = rain.toCome(date, rest, day);
            double part = i == 0 ? 1 - used : 1;
            FieldDay input = input(known, known.reference() * part, toCome.counted(), 0);
            double variance = part * FORECAST_VARIANCE + toCome.counted() * toCome.counted();
            var step = filter.forecast(estimate, List.of(input), variance).getFirst();
            LedgerDay told = DayAccount.of(zone, date, estimate, step, toCome, known.origin(), new Basis.Forecast());
            days.add(i == 0 ? told.withRefillLine(available -> standing.refillLine()) : told);
            estimate = step.evening();
        }
        return days;
    }

    private double grownRoots(FieldEstimate before, FieldDay input) {
        return balance.step(before.balance(), input).crop().rootDepthMetres();
    }

    private FieldDay input(Entry.Weather known, double reference, double rainMillimetres, double gross) {
        return FieldDay.of(reference, rainMillimetres, known.climate())
                .irrigated(zone.method().forBalance(gross));
    }

    private Span dayOf(LocalDate date) {
        return new Span(site.startOf(date), site.startOf(date.plusDays(1)));
    }

    private static BalanceSettings settings(ZoneSoil soil) {
        return new BalanceSettings(
                ReferenceSurface.SHORT,
                soil.evaporationDepthMetres(),
                soil.readilyEvaporable(),
                StressResponse.LINEAR,
                false,
                soil.curveNumber().isPresent()
                        ? Optional.of(new CurveNumber(soil.curveNumber().getAsDouble()))
                        : Optional.empty());
    }
}
