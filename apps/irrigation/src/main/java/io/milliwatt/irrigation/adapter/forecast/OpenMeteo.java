package io.milliwatt.irrigation.adapter.forecast;

import static io.milliwatt.irrigation.adapter.forecast.AnswerCheck.number;
import static io.milliwatt.irrigation.adapter.forecast.AnswerCheck.possible;
import static io.milliwatt.irrigation.adapter.forecast.AnswerCheck.unit;
import static io.milliwatt.irrigation.adapter.forecast.AnswerCheck.unreadable;

import com.fasterxml.jackson.databind.JsonNode;
import io.milliwatt.datasets.farm.FarmQuantity;
import io.milliwatt.irrigation.reason.Reason;
import io.milliwatt.irrigation.reason.ReasonCode;
import io.milliwatt.irrigation.weather.Forecast;
import io.milliwatt.irrigation.weather.ForecastDay;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.Collectors;

/** Open-Meteo's forecast as JSON (its "Weather Forecast API"), which anyone can host: days and hours, units as they are asked for. */
record OpenMeteo() implements AnswerFormat {

    private static final double PERCENT = 100;
    /** Today and tomorrow; beyond that a service may end early. */
    private static final int NEEDED_DAYS = 2;

    private static final Map<String, String> DAILY_UNITS = units(
            "temperature_2m_min",
            "°C",
            "temperature_2m_max",
            "°C",
            "precipitation_sum",
            "mm",
            "precipitation_probability_max",
            "%",
            "wind_speed_10m_max",
            "m/s",
            "shortwave_radiation_sum",
            "MJ/m²");
    private static final Map<String, String> HOURLY_UNITS = units(
            "temperature_2m",
            "°C",
            "dew_point_2m",
            "°C",
            "precipitation",
            "mm",
            "precipitation_probability",
            "%",
            "wind_speed_10m",
            "m/s");

    @Override
    public String label() {
        return "open-meteo";
    }

    @Override
    public String usualPath() {
        return "/v1/forecast";
    }

    @Override
    public Map<String, String> parameters(Question question) {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("latitude", Double.toString(question.latitudeDegrees()));
        parameters.put("longitude", Double.toString(question.longitudeDegrees()));
        parameters.put("elevation", Long.toString(question.elevationMetres()));
        parameters.put("daily", String.join(",", DAILY_UNITS.keySet()));
        parameters.put("hourly", String.join(",", HOURLY_UNITS.keySet()));
        parameters.put("wind_speed_unit", "ms");
        parameters.put("timezone", URLEncoder.encode(question.site().timeZone().getId(), StandardCharsets.UTF_8));
        parameters.put("forecast_days", Integer.toString(question.days()));
        return parameters;
    }

    @Override
    public Forecast read(JsonNode answer, Question question) throws AnswerFault {
        AnswerCheck.place(number(answer.path("latitude")), number(answer.path("longitude")), question);
        JsonNode daily = answer.path("daily");
        List<LocalDate> dates = new ArrayList<>();
        for (JsonNode time : column(daily, "daily", "time")) {
            dates.add(date(time));
        }
        if (dates.isEmpty()) {
            throw unreadable("daily.time");
        }
        if (!dates.contains(question.today()) || dates.getFirst().isBefore(question.today())) {
            throw new AnswerFault(Reason.of(ReasonCode.FORECAST_OUTDATED)
                    .with("day", dates.getFirst().toString()));
        }
        List<ToldHour> hours = hours(answer);
        Map<LocalDate, List<ToldHour>> byDay = hours.stream()
                .collect(Collectors.groupingBy(hour -> question.site().dateAt(hour.at())));
        Map<String, JsonNode> columns = columns(daily, "daily", answer.path("daily_units"), DAILY_UNITS);
        List<ForecastDay> days = new ArrayList<>();
        for (int i = 0; i < Math.min(dates.size(), question.days()); i++) {
            LocalDate date = question.today().plusDays(i);
            if (!dates.get(i).equals(date)) {
                throw unreadable("daily.time");
            }
            ToldDay told = new ToldDay(
                    date,
                    at(columns, "temperature_2m_min", i),
                    at(columns, "temperature_2m_max", i),
                    at(columns, "precipitation_sum", i),
                    part(at(columns, "precipitation_probability_max", i)),
                    at(columns, "wind_speed_10m_max", i),
                    at(columns, "shortwave_radiation_sum", i),
                    byDay.getOrDefault(date, List.of()));
            if (i >= NEEDED_DAYS && !told.isTold()) {
                break;
            }
            days.add(told.expected(question.site()));
        }
        return new Forecast(
                Forecast.Origin.PROVIDER,
                question.today(),
                0,
                days,
                hours.stream()
                        .filter(hour -> !hour.at().isBefore(question.site().startOf(question.today())))
                        .map(ToldHour::hour)
                        .toList());
    }

    /** Those whose temperature is told; none where the service tells no hours. */
    private static List<ToldHour> hours(JsonNode answer) throws AnswerFault {
        JsonNode hourly = answer.path("hourly");
        if (hourly.isMissingNode() || hourly.isNull()) {
            return List.of();
        }
        JsonNode times = column(hourly, "hourly", "time");
        Map<String, JsonNode> columns = columns(hourly, "hourly", answer.path("hourly_units"), HOURLY_UNITS);
        OptionalDouble offset = number(answer.path("utc_offset_seconds"));
        if (offset.isEmpty() || Math.abs(offset.getAsDouble()) > ZoneOffset.MAX.getTotalSeconds()) {
            throw unreadable("utc_offset_seconds");
        }
        ZoneOffset zone = ZoneOffset.ofTotalSeconds((int) offset.getAsDouble());
        List<ToldHour> hours = new ArrayList<>();
        for (int i = 0; i < times.size(); i++) {
            String when = times.get(i).asText();
            OptionalDouble celsius = possible(FarmQuantity.AIR, at(columns, "temperature_2m", i), when);
            if (celsius.isPresent()) {
                hours.add(new ToldHour(
                        moment(times.get(i), zone),
                        celsius.getAsDouble(),
                        possible(FarmQuantity.DEW_POINT, at(columns, "dew_point_2m", i), when),
                        possible(FarmQuantity.WIND, at(columns, "wind_speed_10m", i), when),
                        OptionalDouble.empty(),
                        part(at(columns, "precipitation_probability", i))));
            }
        }
        return withRain(hours, times, columns, zone);
    }

    /** The service tells an hour's rain by the hour's end. */
    private static List<ToldHour> withRain(
            List<ToldHour> hours, JsonNode times, Map<String, JsonNode> columns, ZoneOffset zone) throws AnswerFault {
        Map<Instant, OptionalDouble> byBeginning = new HashMap<>();
        for (int i = 0; i < times.size(); i++) {
            byBeginning.put(
                    moment(times.get(i), zone).minusSeconds(3600),
                    possible(
                            FarmQuantity.RAIN,
                            at(columns, "precipitation", i),
                            times.get(i).asText()));
        }
        return hours.stream()
                .map(hour -> new ToldHour(
                        hour.at(),
                        hour.celsius(),
                        hour.dewPointCelsius(),
                        hour.windMetresPerSecond(),
                        byBeginning.getOrDefault(hour.at(), OptionalDouble.empty()),
                        hour.rainProbability()))
                .toList();
    }

    private static JsonNode column(JsonNode group, String name, String field) throws AnswerFault {
        JsonNode column = group.path(field);
        if (!column.isArray()) {
            throw unreadable(name + "." + field);
        }
        return column;
    }

    /** Those that are told, each in the unit that was asked for. */
    private static Map<String, JsonNode> columns(
            JsonNode group, String name, JsonNode units, Map<String, String> wanted) throws AnswerFault {
        Map<String, JsonNode> columns = new LinkedHashMap<>();
        int length = column(group, name, "time").size();
        for (Map.Entry<String, String> entry : wanted.entrySet()) {
            if (group.has(entry.getKey())) {
                JsonNode column = column(group, name, entry.getKey());
                if (column.size() != length) {
                    throw unreadable(name + "." + entry.getKey());
                }
                unit(units, entry.getKey(), entry.getValue());
                columns.put(entry.getKey(), column);
            }
        }
        return columns;
    }

    private static OptionalDouble at(Map<String, JsonNode> columns, String field, int place) {
        JsonNode column = columns.get(field);
        return column == null ? OptionalDouble.empty() : number(column.get(place));
    }

    private static OptionalDouble part(OptionalDouble percent) {
        return percent.isPresent() && percent.getAsDouble() >= 0 && percent.getAsDouble() <= PERCENT
                ? OptionalDouble.of(percent.getAsDouble() / PERCENT)
                : OptionalDouble.empty();
    }

    private static LocalDate date(JsonNode time) throws AnswerFault {
        try {
            return LocalDate.parse(time.asText());
        } catch (DateTimeException damaged) {
            throw unreadable("daily.time");
        }
    }

    private static Instant moment(JsonNode time, ZoneOffset zone) throws AnswerFault {
        try {
            return LocalDateTime.parse(time.asText()).toInstant(zone);
        } catch (DateTimeException damaged) {
            throw unreadable("hourly.time");
        }
    }

    private static Map<String, String> units(String... pairs) {
        Map<String, String> units = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            units.put(pairs[i], pairs[i + 1]);
        }
        return units;
    }
}
