package io.milliwatt.irrigation.adapter.view;

import io.milliwatt.irrigation.adapter.db.Farm;
import io.milliwatt.irrigation.adapter.db.FarmDirectory;
import io.milliwatt.irrigation.adapter.db.RainTable;
import io.milliwatt.irrigation.adapter.db.WeatherTable;
import io.milliwatt.irrigation.adapter.db.WeatherTable.Forecasted;
import io.milliwatt.irrigation.adapter.definition.Geometry;
import io.milliwatt.irrigation.adapter.desk.ComingWeather;
import io.milliwatt.irrigation.adapter.desk.SafetyDesk;
import io.milliwatt.irrigation.adapter.view.Overview.FieldView;
import io.milliwatt.irrigation.adapter.view.Overview.SiteView;
import io.milliwatt.irrigation.adapter.view.Overview.WeatherView;
import io.milliwatt.irrigation.ledger.Entry;
import io.milliwatt.irrigation.site.Site;
import io.milliwatt.irrigation.weather.WeatherDay;
import io.milliwatt.irrigation.zone.Zone;
import io.milliwatt.platform.alarms.store.AlarmBook;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** Puts together what the first page sees. */
@ApplicationScoped
public class Overviews {

    private static final double FROST_LIKELY_CELSIUS = 0;
    private static final double FROST_POSSIBLE_CELSIUS = 3;

    private final FarmDirectory directory;
    private final ZoneRows rows;
    private final WeatherTable weather;
    private final RainTable rain;
    private final ComingWeather coming;
    private final SafetyDesk safety;
    private final WaterUse water;
    private final AlarmBook alarms;
    private final Clock clock;

    Overviews(
            FarmDirectory directory,
            ZoneRows rows,
            WeatherTable weather,
            RainTable rain,
            ComingWeather coming,
            SafetyDesk safety,
            WaterUse water,
            AlarmBook alarms,
            Clock clock) {
        this.directory = directory;
        this.rows = rows;
        this.weather = weather;
        this.rain = rain;
        this.coming = coming;
        this.safety = safety;
        this.water = water;
        this.alarms = alarms;
        this.clock = clock;
    }

    /** @param siteId of one farm; the first where it is left out */
    public Overview of(Optional<String> siteId) {
        Farm farm = directory.farm();
        Instant now = clock.instant();
        Optional<Site> site =
                siteId.flatMap(farm::site).or(() -> farm.sites().stream().findFirst());
        List<Zone> zones = site.map(of -> farm.zonesOfSite(of.id())).orElse(List.of());
        List<ZoneRow> shown = rows.rows(farm, zones);
        AlarmBook.Tally open = alarms.tally();
        return new Overview(
                now,
                (int) shown.stream().filter(ZoneRow::needsActionToday).count(),
                site.map(Overviews::view),
                site.flatMap(of -> safety.state(of.id()).stop()),
                farm.fields().stream()
                        .filter(field -> site.filter(of -> of.id().equals(field.siteId()))
                                .isPresent())
                        .map(field -> new FieldView(
                                field.id(), field.name(), Geometry.of(field.outline()), field.areaHectares()))
                        .toList(),
                shown,
                site.flatMap(of -> weather(of, now)),
                open.open(),
                open.unacknowledged(),
                site.flatMap(of -> water.allocation(of, now)));
    }

    private static SiteView view(Site site) {
        return new SiteView(
                site.id(),
                site.name(),
                site.timeZone().getId(),
                site.position().latitudeDegrees(),
                site.position().longitudeDegrees(),
                site.currency());
    }

    private Optional<WeatherView> weather(Site site, Instant now) {
        LocalDate today = site.dateAt(now);
        Optional<WeatherDay> measured =
                weather.days(site.id(), today, today).stream().findFirst();
        List<Forecasted> said = weather.forecasts(site.id(), today, today.plusDays(2));
        if (measured.isEmpty() && said.isEmpty()) {
            return Optional.empty();
        }
        Optional<Forecasted> first =
                said.stream().filter(day -> day.day().day().equals(today)).findFirst();
        OptionalDouble lowest = coming.lowestCelsius(site, now, said);
        double caught = rain.entries(List.of(RainTable.gauge(site.id())), site.startOf(today), now).stream()
                .mapToDouble(Entry.Rain::millimetres)
                .sum();
        return Optional.of(new WeatherView(
                today,
                either(
                        measured.map(WeatherDay::minimumCelsius),
                        first.map(day -> day.day().minimumCelsius())),
                either(
                        measured.map(WeatherDay::maximumCelsius),
                        first.map(day -> day.day().maximumCelsius())),
                either(measured.map(WeatherDay::rainMillimetres), Optional.of(caught)),
                either(
                        measured.map(WeatherDay::referenceMillimetres),
                        first.map(day -> day.day().referenceMillimetres())),
                said.stream()
                        .mapToDouble(
                                day -> day.day().rainMillimetres() * day.day().rainProbability())
                        .sum(),
                lowest.isPresent() ? risk(lowest.getAsDouble()) : "none",
                measured.filter(day -> day.minimumCelsius().isPresent()).isPresent()
                        ? "station"
                        : first.map(Forecasted::origin).orElse("forecast")));
    }

    private static OptionalDouble either(Optional<OptionalDouble> measured, Optional<Double> said) {
        return measured.filter(OptionalDouble::isPresent)
                .orElseGet(() -> said.map(OptionalDouble::of).orElse(OptionalDouble.empty()));
    }

    private static String risk(double lowestCelsius) {
        if (lowestCelsius <= FROST_LIKELY_CELSIUS) {
            return "likely";
        }
        return lowestCelsius <= FROST_POSSIBLE_CELSIUS ? "possible" : "none";
    }
}
