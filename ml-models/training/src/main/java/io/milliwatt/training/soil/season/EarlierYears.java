package io.milliwatt.training.soil.season;

import io.milliwatt.datasets.field.FieldSeason;
import io.milliwatt.datasets.field.FieldWeather;
import io.milliwatt.datasets.field.FieldWeatherDay;
import io.milliwatt.datasets.recording.RecordingException;
import io.milliwatt.dsp.soil.balance.FieldDay;
import io.milliwatt.dsp.soil.plan.StationDay;
import io.milliwatt.dsp.soil.plan.UsualSeason;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** The season as it usually is where a recorded one was grown: by the records of the same station from before it. */
final class EarlierYears implements Outlook {
    private static final double SAME_LATITUDE_DEGREES = 0.05;
    private static final double SAME_ELEVATION_METRES = 50;

    private final UsualSeason usual;

    private EarlierYears(UsualSeason usual) {
        this.usual = usual;
    }

    /** @param stations whose records may hold earlier years of the season's own */
    static EarlierYears of(FieldSeason season, List<FieldWeather> stations) throws RecordingException {
        FieldWeather own = stations.stream()
                .filter(station -> same(season, station))
                .max(Comparator.comparingInt(station -> UsualSeason.yearsBefore(season.start(), station.days())))
                .orElse(null);
        return new EarlierYears(UsualSeason.of(
                season.start(),
                season.days().size(),
                season.station().latitudeDegrees(),
                own == null ? new TreeMap<>() : days(own, season.start())));
    }

    boolean known() {
        return usual.fromEarlierYears();
    }

    @Override
    public List<FieldDay> ahead(Morning morning) {
        return usual.ahead(morning.day(), morning.lastDay(), morning.past());
    }

    private static SortedMap<LocalDate, StationDay> days(FieldWeather station, LocalDate before)
            throws RecordingException {
        SortedMap<LocalDate, StationDay> days = new TreeMap<>();
        for (Map.Entry<LocalDate, FieldWeatherDay> entry : station.days().entrySet()) {
            if (!entry.getKey().isBefore(before)) {
                break;
            }
            FieldWeatherDay day = entry.getValue();
            days.put(
                    entry.getKey(),
                    new StationDay(day.reference(station), day.rain(), day.climate(station.windHeightMetres())));
        }
        return days;
    }

    private static boolean same(FieldSeason season, FieldWeather station) {
        return station.reference() == season.settings().reference()
                && Math.abs(station.station().latitudeDegrees()
                                - season.station().latitudeDegrees())
                        < SAME_LATITUDE_DEGREES
                && Math.abs(station.station().elevationMetres()
                                - season.station().elevationMetres())
                        < SAME_ELEVATION_METRES;
    }
}
