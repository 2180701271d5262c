package io.milliwatt.irrigation.ledger;

import io.milliwatt.dsp.soil.crop.CropClimate;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.TreeMap;

/** Each day's weather; of a day that is not known, the mean of the days before it. */
final class WeatherBook {
    private static final int CARRIED_DAYS = 7;

    /** The middle of FAO-56's table 2 for warm climates, where nothing at all is known yet, mm. */
    private static final double MODERATE_REFERENCE = 5;

    /** For which crop coefficients are tabled. */
    private static final CropClimate TABLED_CLIMATE = new CropClimate(2, 45);

    private final TreeMap<LocalDate, Entry.Weather> days = new TreeMap<>();

    WeatherBook(Entries entries) {
        entries.all(Entry.Weather.class).forEach(day -> days.put(day.date(), day));
    }

    Entry.Weather on(LocalDate date) {
        Entry.Weather known = days.get(date);
        if (known != null) {
            return known;
        }
        List<Entry.Weather> before = days.headMap(date, false).descendingMap().values().stream()
                .limit(CARRIED_DAYS)
                .toList();
        return new Entry.Weather(
                date,
                before.stream().mapToDouble(Entry.Weather::reference).average().orElse(MODERATE_REFERENCE),
                before.stream().map(Entry.Weather::climate).findFirst().orElse(TABLED_CLIMATE),
                WeatherOrigin.CARRIED_ON,
                Instant.EPOCH);
    }
}
