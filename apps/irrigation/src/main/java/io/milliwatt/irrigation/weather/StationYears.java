package io.milliwatt.irrigation.weather;

import io.milliwatt.dsp.soil.balance.FieldDay;
import io.milliwatt.dsp.soil.crop.CropClimate;
import io.milliwatt.dsp.soil.plan.StationDay;
import io.milliwatt.dsp.soil.plan.UsualDay;
import io.milliwatt.dsp.soil.plan.UsualSeason;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/** What a station has measured over the years, for what is usual here. Immutable to who looks at it; what was asked once is remembered. */
public final class StationYears {
    /** For which crop coefficients are tabled, and which they stay at where nothing is known. */
    private static final CropClimate TABLED_CLIMATE = new CropClimate(2, 45);

    private static final int AROUND_DAYS = 10;
    private static final int LEAST_DAYS = 5;
    /** Of the last fourteen. */
    private static final int LEAST_RECENT_DAYS = 7;

    private static final double LARGEST_REFERENCE = 29;

    private final SortedMap<LocalDate, StationDay> days;
    private final SortedMap<LocalDate, CropClimate> climates;
    private final Map<LocalDate, CropClimate> usualClimates = new ConcurrentHashMap<>();
    private final Map<Season, UsualSeason> seasons = new ConcurrentHashMap<>();

    private record Season(LocalDate planted, int days, double latitudeDegrees) {}

    private StationYears(SortedMap<LocalDate, StationDay> days, SortedMap<LocalDate, CropClimate> climates) {
        this.days = days;
        this.climates = climates;
    }

    public static StationYears of(List<WeatherDay> past) {
        SortedMap<LocalDate, StationDay> days = new TreeMap<>();
        SortedMap<LocalDate, CropClimate> climates = new TreeMap<>();
        for (WeatherDay day : past) {
            day.referenceMillimetres()
                    .ifPresent(reference -> days.put(
                            day.day(),
                            new StationDay(
                                    Math.clamp(reference, 0, LARGEST_REFERENCE),
                                    day.rainMillimetres().orElse(0),
                                    day.climate())));
            if (day.windMetresPerSecond().isPresent()
                    || day.minimumHumidityPercent().isPresent()) {
                climates.put(day.day(), day.climate());
            }
        }
        return new StationYears(days, climates);
    }

    /**
     * Wind and least humidity that are usual on a date: the mean of the days within ten of it in all years that are known, else of the last
     * fourteen days before it, else what crop coefficients are tabled for.
     */
    public CropClimate climateOn(LocalDate date) {
        return usualClimates.computeIfAbsent(date, this::usualClimate);
    }

    private CropClimate usualClimate(LocalDate date) {
        if (climates.isEmpty()) {
            return TABLED_CLIMATE;
        }
        List<CropClimate> like = new ArrayList<>();
        for (int year = climates.firstKey().getYear() - 1; year <= date.getYear(); year++) {
            LocalDate middle = date.withYear(year);
            like.addAll(climates.subMap(middle.minusDays(AROUND_DAYS), middle.plusDays(AROUND_DAYS + 1L))
                    .values());
        }
        if (like.size() < LEAST_DAYS) {
            like = List.copyOf(climates.subMap(date.minusDays(UsualDay.REMEMBERED_DAYS), date)
                    .values());
        }
        return like.size() < LEAST_DAYS ? TABLED_CLIMATE : CropClimate.mean(like);
    }

    /**
     * A season as it usually is here.
     *
     * @param length of the season, days
     * @return empty where neither the years before planting nor the last two weeks tell enough
     */
    public Optional<UsualSeason> season(LocalDate planted, int length, double latitudeDegrees, LocalDate today) {
        UsualSeason usual = seasons.computeIfAbsent(
                new Season(planted, length, latitudeDegrees),
                season -> UsualSeason.of(season.planted(), season.days(), season.latitudeDegrees(), days));
        boolean recent =
                days.subMap(today.minusDays(UsualDay.REMEMBERED_DAYS), today).size() >= LEAST_RECENT_DAYS;
        return usual.fromEarlierYears() || recent ? Optional.of(usual) : Optional.empty();
    }

    /** The days of a season before today, and at least the last fourteen; without irrigation. */
    public List<FieldDay> before(LocalDate today, LocalDate planted) {
        LocalDate recent = today.minusDays(UsualDay.REMEMBERED_DAYS);
        return days.subMap(planted.isBefore(recent) ? planted : recent, today).values().stream()
                .map(day -> FieldDay.of(day.reference(), day.rain(), day.climate()))
                .toList();
    }

    /** Whole years before that of planting, as far as the record reaches back. */
    public int yearsBefore(LocalDate planted) {
        return UsualSeason.yearsBefore(planted, days);
    }
}
