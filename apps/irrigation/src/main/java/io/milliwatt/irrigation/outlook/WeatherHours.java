package io.milliwatt.irrigation.outlook;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;

/** Hours by the farm's dates; a date with fewer than twenty hours is no day to judge by. */
final class WeatherHours {
    private static final int LEAST_HOURS = 20;

    private final TreeMap<LocalDate, List<Hour>> days = new TreeMap<>();

    WeatherHours(Collection<Hour> hours, ZoneId zone) {
        hours.stream()
                .distinct()
                .sorted(Comparator.comparing(Hour::at))
                .forEach(hour -> days.computeIfAbsent(LocalDate.ofInstant(hour.at(), zone), date -> new ArrayList<>())
                        .add(hour));
        days.values().removeIf(day -> day.size() < LEAST_HOURS);
    }

    List<LocalDate> dates() {
        return List.copyOf(days.keySet());
    }

    List<Hour> on(LocalDate date) {
        return days.getOrDefault(date, List.of());
    }

    boolean isKnown(LocalDate date) {
        return days.containsKey(date);
    }

    boolean hasHumidity() {
        return days.values().stream()
                .flatMap(List::stream)
                .anyMatch(hour -> hour.humidityPercent().isPresent());
    }

    static double[] celsius(List<Hour> hours) {
        return hours.stream().mapToDouble(Hour::celsius).toArray();
    }

    static double[] humidity(List<Hour> hours) {
        return hours.stream()
                .mapToDouble(hour -> hour.humidityPercent().orElse(0))
                .toArray();
    }

    static double mean(List<Hour> hours) {
        return hours.stream().mapToDouble(Hour::celsius).average().orElse(0);
    }

    static double lowest(List<Hour> hours) {
        return hours.stream().mapToDouble(Hour::celsius).min().orElse(0);
    }

    static double rain(List<Hour> hours) {
        return hours.stream().mapToDouble(Hour::rainMillimetres).sum();
    }
}
