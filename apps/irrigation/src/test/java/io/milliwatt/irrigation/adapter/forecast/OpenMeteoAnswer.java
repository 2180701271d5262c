package io.milliwatt.irrigation.adapter.forecast;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** An answer as Open-Meteo writes it, of which a test changes what it wants. */
final class OpenMeteoAnswer {

    private final Map<String, String> units = new LinkedHashMap<>();
    private final Map<String, List<String>> daily = new LinkedHashMap<>();
    private final Map<String, String> hourlyUnits = new LinkedHashMap<>();
    private final Map<String, List<String>> hourly = new LinkedHashMap<>();
    private String latitude = "38.9";

    /** Days from 9 to 24 °C, 4 mm of rain with 60 %; nights whose dew point is 6 °C and whose wind at 10 m is 3 m/s. */
    static OpenMeteoAnswer from(LocalDate first, int days) {
        OpenMeteoAnswer answer = new OpenMeteoAnswer();
        List<String> dates = new ArrayList<>();
        List<String> times = new ArrayList<>();
        for (int i = 0; i < days; i++) {
            dates.add('"' + first.plusDays(i).toString() + '"');
            for (int hour = 0; hour < 24; hour++) {
                times.add('"' + first.plusDays(i).atTime(hour, 0).toString() + '"');
            }
        }
        answer.daily.put("time", dates);
        answer.day("temperature_2m_min", "°C", "9.0")
                .day("temperature_2m_max", "°C", "24.0")
                .day("precipitation_sum", "mm", "4.0")
                .day("precipitation_probability_max", "%", "60")
                .day("wind_speed_10m_max", "m/s", "5.5")
                .day("shortwave_radiation_sum", "MJ/m²", "14.2");
        answer.hourly.put("time", times);
        answer.hour("temperature_2m", "°C", "12.0")
                .hour("dew_point_2m", "°C", "6.0")
                .hour("precipitation", "mm", "0.2")
                .hour("precipitation_probability", "%", "60")
                .hour("wind_speed_10m", "m/s", "3.0");
        return answer;
    }

    OpenMeteoAnswer day(String field, String unit, String value) {
        units.put(field, '"' + unit + '"');
        daily.put(field, new ArrayList<>(Collections.nCopies(daily.get("time").size(), value)));
        return this;
    }

    OpenMeteoAnswer hour(String field, String unit, String value) {
        hourlyUnits.put(field, '"' + unit + '"');
        hourly.put(field, new ArrayList<>(Collections.nCopies(hourly.get("time").size(), value)));
        return this;
    }

    OpenMeteoAnswer onDay(int place, String field, String value) {
        daily.get(field).set(place, value);
        return this;
    }

    /** By the place of the hour from the first day's midnight. */
    OpenMeteoAnswer onHour(int place, String field, String value) {
        hourly.get(field).set(place, value);
        return this;
    }

    OpenMeteoAnswer without(String field) {
        daily.remove(field);
        hourly.remove(field);
        return this;
    }

    OpenMeteoAnswer at(String north) {
        latitude = north;
        return this;
    }

    String text() {
        return """
                {"latitude": %s, "longitude": -6.3125, "generationtime_ms": 0.2, "utc_offset_seconds": 3600,
                 "timezone": "Europe/Madrid", "elevation": 210.0, "hourly_units": %s, "hourly": %s,
                 "daily_units": %s, "daily": %s}""".formatted(latitude, object(hourlyUnits), lists(hourly), object(units), lists(daily));
    }

    private static String lists(Map<String, List<String>> columns) {
        return columns.entrySet().stream()
                .map(entry -> '"' + entry.getKey() + "\": [" + String.join(",", entry.getValue()) + "]")
                .collect(Collectors.joining(", ", "{", "}"));
    }

    private static String object(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(entry -> '"' + entry.getKey() + "\": " + entry.getValue())
                .collect(Collectors.joining(", ", "{", "}"));
    }
}
