package io.milliwatt.irrigation.adapter.desk;

import io.milliwatt.dsp.soil.fault.ProbeDays;
import io.milliwatt.irrigation.adapter.db.RainTable;
import io.milliwatt.irrigation.adapter.db.RunTable;
import io.milliwatt.irrigation.adapter.db.SensorDayTable;
import io.milliwatt.irrigation.adapter.db.SoilReadingTable;
import io.milliwatt.irrigation.adapter.db.WaterTable;
import io.milliwatt.irrigation.ledger.Entry;
import io.milliwatt.irrigation.probe.DepthReading;
import io.milliwatt.irrigation.probe.FaultSearch;
import io.milliwatt.irrigation.probe.Probe;
import io.milliwatt.irrigation.probe.ProbeDigest;
import io.milliwatt.irrigation.probe.SensorDay;
import io.milliwatt.irrigation.site.Site;
import io.milliwatt.irrigation.weather.WeatherDay;
import io.milliwatt.irrigation.zone.Zone;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.jdbi.v3.core.Jdbi;

/** Sums up probes' days from what is stored, and puts months of them together with the site's weather for the search of faults. */
@ApplicationScoped
class SensorDays {

    /** Readings come late, so the last days are summed up again. */
    private static final int AGAIN_DAYS = 2;

    private final Jdbi jdbi;
    private final SensorDayTable table;
    private final SoilReadingTable readings;
    private final RainTable rain;
    private final RunTable runs;
    private final WaterTable water;

    SensorDays(
            Jdbi jdbi,
            SensorDayTable table,
            SoilReadingTable readings,
            RainTable rain,
            RunTable runs,
            WaterTable water) {
        this.jdbi = jdbi;
        this.table = table;
        this.readings = readings;
        this.rain = rain;
        this.runs = runs;
        this.water = water;
    }

    /** Sums up the days that are missing up to the last whole one. */
    void sumUp(Site site, Zone zone, Probe probe, LocalDate last, Optional<LocalDate> through, Instant now) {
        LocalDate earliest = last.minusDays(FaultSearch.HISTORY_DAYS - 1L);
        LocalDate installed = site.dateAt(probe.installedAt());
        LocalDate first = installed.isAfter(earliest) ? installed : earliest;
        LocalDate from = through.map(done -> done.minusDays(AGAIN_DAYS - 1L))
                .filter(again -> again.isAfter(first))
                .or(() ->
                        readings.firstReading(probe.node(), site.startOf(first)).map(site::dateAt))
                .orElse(last.plusDays(1));
        if (from.isAfter(last)) {
            return;
        }
        Instant begin = site.startOf(from);
        Instant end = site.startOf(last.plusDays(1));
        List<DepthReading> told = readings.readings(probe.node(), begin.minus(ProbeDigest.HOLDS), end);
        Map<LocalDate, Double> air = readings.airByDay(probe.node(), begin, end, site.timeZone());
        Map<LocalDate, Double> caught = new HashMap<>();
        rain.entries(List.of(RainTable.gauge(probe.node())), begin, end)
                .forEach(entry ->
                        caught.merge(site.dateAt(entry.until().minusMillis(1)), entry.millimetres(), Double::sum));
        Map<LocalDate, Double> given = given(site, zone, from, now);
        List<SensorDay> days = new ArrayList<>();
        for (LocalDate day = from; !day.isAfter(last); day = day.plusDays(1)) {
            Instant midnight = site.startOf(day);
            Instant next = site.startOf(day.plusDays(1));
            Instant held = midnight.minus(ProbeDigest.HOLDS);
            List<DepthReading> own = told.stream()
                    .filter(reading ->
                            !reading.at().isBefore(held) && reading.at().isBefore(next))
                    .toList();
            days.add(SensorDay.of(
                    probe,
                    day,
                    midnight,
                    next,
                    own,
                    air.getOrDefault(day, Double.NaN),
                    caught.getOrDefault(day, Double.NaN),
                    given.getOrDefault(day, 0.0)));
        }
        jdbi.useTransaction(handle -> table.put(handle, probe.id(), days));
    }

    /** Months up to a day, without gaps; the site's own station tells rain and air where it can. */
    ProbeDays months(Site site, Probe probe, LocalDate last, Map<LocalDate, WeatherDay> weather) {
        LocalDate first = first(site, probe, last);
        Map<LocalDate, SensorDay> stored = new HashMap<>();
        table.of(probe.id(), first, last).stream()
                .filter(day -> day.waterContent().size() == probe.depths().size())
                .forEach(day -> stored.put(day.day(), day));
        List<LocalDate> dates = first.datesUntil(last.plusDays(1)).toList();
        int depths = probe.depths().size();
        double[][] contents = new double[depths][dates.size()];
        double[][] temperatures = new double[depths][dates.size()];
        double[] rains = new double[dates.size()];
        double[] air = new double[dates.size()];
        for (int i = 0; i < dates.size(); i++) {
            Optional<SensorDay> day = Optional.ofNullable(stored.get(dates.get(i)));
            Optional<WeatherDay> sky = Optional.ofNullable(weather.get(dates.get(i)));
            for (int depth = 0; depth < depths; depth++) {
                int place = depth;
                contents[depth][i] =
                        day.map(told -> told.waterContent().get(place)).orElse(Double.NaN);
                temperatures[depth][i] =
                        day.map(told -> told.soilCelsius().get(place)).orElse(Double.NaN);
            }
            double fell =
                    sky.map(seen -> seen.rainMillimetres().orElse(Double.NaN)).orElse(Double.NaN);
            double gauge = Double.isNaN(fell) ? number(day, SensorDay::rainMillimetres) : fell;
            // The detector knows rain alone, so what was given counts as such.
            double given = day.map(SensorDay::waterMillimetres).orElse(0.0);
            rains[i] = Double.isNaN(gauge) && given > 0 ? given : gauge + given;
            double mean = sky.map(SensorDays::mean).orElse(Double.NaN);
            air[i] = Double.isNaN(mean) ? number(day, SensorDay::airCelsius) : mean;
        }
        double[] centimetres = probe.depths().stream()
                .mapToDouble(depth -> depth.depthCentimetres())
                .toArray();
        return new ProbeDays(centimetres, contents, temperatures, rains, air);
    }

    /** The first day of those months. */
    static LocalDate first(Site site, Probe probe, LocalDate last) {
        LocalDate earliest = last.minusDays(FaultSearch.HISTORY_DAYS - 1L);
        // The day of installation is broken by it.
        LocalDate installed = site.dateAt(probe.installedAt()).plusDays(1);
        LocalDate first = installed.isAfter(earliest) ? installed : earliest;
        return first.isAfter(last) ? last : first;
    }

    private Map<LocalDate, Double> given(Site site, Zone zone, LocalDate from, Instant now) {
        Map<LocalDate, Double> given = new HashMap<>();
        Stream.concat(
                        runs.ofZone(zone.id(), site.startOf(from)).stream()
                                .flatMap(run -> AccountDesk.watering(run, zone, now).stream()),
                        water.applied(site, zone, from).stream())
                .forEach((Entry.Watering watering) -> given.merge(
                        site.dateAt(watering.from()), zone.millimetres(watering.cubicMetres()), Double::sum));
        return given;
    }

    private static double number(Optional<SensorDay> day, ToDoubleFunction<SensorDay> value) {
        return day.isPresent() ? value.applyAsDouble(day.get()) : Double.NaN;
    }

    private static double mean(WeatherDay day) {
        return day.minimumCelsius().isPresent() && day.maximumCelsius().isPresent()
                ? (day.minimumCelsius().getAsDouble() + day.maximumCelsius().getAsDouble()) / 2
                : Double.NaN;
    }
}
