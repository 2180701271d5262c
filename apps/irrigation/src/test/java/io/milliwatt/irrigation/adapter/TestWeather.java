package io.milliwatt.irrigation.adapter;

import io.milliwatt.irrigation.adapter.db.FarmDirectory;
import io.milliwatt.irrigation.adapter.db.WeatherTable;
import io.milliwatt.irrigation.weather.ReferenceDay;
import io.milliwatt.irrigation.weather.WeatherDay;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.jdbi.v3.core.Jdbi;

/** A dry, hot season up to yesterday, stored as a station's days. */
@ApplicationScoped
public class TestWeather {

    private final FarmDirectory directory;
    private final WeatherTable table;
    private final Jdbi jdbi;

    TestWeather(FarmDirectory directory, WeatherTable table, Jdbi jdbi) {
        this.directory = directory;
        this.table = table;
        this.jdbi = jdbi;
    }

    public void season(LocalDate from, LocalDate to) {
        season(TestFarm.SITE, from, to);
    }

    public void season(String siteId, LocalDate from, LocalDate to) {
        var site = directory.refresh().site(siteId).orElseThrow();
        List<WeatherDay> days = new ArrayList<>();
        for (LocalDate day = from; !day.isAfter(to); day = day.plusDays(1)) {
            OptionalDouble none = OptionalDouble.empty();
            days.add(ReferenceDay.reckon(
                    site,
                    new WeatherDay(
                            day,
                            OptionalDouble.of(14),
                            OptionalDouble.of(33),
                            OptionalDouble.of(25),
                            OptionalDouble.of(80),
                            none,
                            OptionalDouble.of(2.2),
                            OptionalDouble.of(0),
                            none,
                            none,
                            List.of(),
                            "test")));
        }
        jdbi.useTransaction(handle -> table.putDays(handle, siteId, days));
    }
}
