package io.milliwatt.irrigation.adapter.forecast;

import static io.milliwatt.irrigation.adapter.forecast.AnswerCheck.number;
import static io.milliwatt.irrigation.adapter.forecast.AnswerCheck.possible;
import static io.milliwatt.irrigation.adapter.forecast.AnswerCheck.unit;
import static io.milliwatt.irrigation.adapter.forecast.AnswerCheck.unreadable;

import com.fasterxml.jackson.databind.JsonNode;
import io.milliwatt.datasets.farm.FarmQuantity;
import io.milliwatt.dsp.soil.frost.HumidAir;
import io.milliwatt.irrigation.reason.Reason;
import io.milliwatt.irrigation.reason.ReasonCode;
import io.milliwatt.irrigation.site.Site;
import io.milliwatt.irrigation.weather.Forecast;
import io.milliwatt.irrigation.weather.ForecastDay;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;

/**
 * MET Norway's locationforecast 2.0 as compact JSON: the first days by the hour, later ones by six hours, between which temperatures are drawn as
 * straight lines, so that their extremes are too near to one another.
 */
record LocationForecast() implements AnswerFormat {

    private static final Duration OLDEST = Duration.ofHours(24);
    private static final int SIX = 6;
    /** Of a day that has begun or that the service does not reach to its end nothing is said. */
    private static final Duration UNTOLD_OF_DAY = Duration.ofHours(3);

    @Override
    public String label() {
        return "locationforecast";
    }

    @Override
    public String usualPath() {
        return "/weatherapi/locationforecast/2.0/compact";
    }

    @Override
    public Map<String, String> parameters(Question question) {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("lat", Double.toString(question.latitudeDegrees()));
        parameters.put("lon", Double.toString(question.longitudeDegrees()));
        parameters.put("altitude", Long.toString(question.elevationMetres()));
        return parameters;
    }

    @Override
    public Forecast read(JsonNode answer, Question question) throws AnswerFault {
        JsonNode coordinates = answer.path("geometry").path("coordinates");
        AnswerCheck.place(number(coordinates.get(1)), number(coordinates.get(0)), question);
        JsonNode meta = answer.path("properties").path("meta");
        Instant updated = moment(meta.path("updated_at"), "updated_at");
        if (updated.isBefore(question.now().minus(OLDEST))) {
            throw new AnswerFault(Reason.of(ReasonCode.FORECAST_OUTDATED).with("day", updated.toString()));
        }
        unit(meta.path("units"), "air_temperature", "celsius");
        unit(meta.path("units"), "precipitation_amount", "mm");
        unit(meta.path("units"), "wind_speed", "m/s");
        unit(meta.path("units"), "relative_humidity", "%");
        List<ToldHour> hours = hours(answer.path("properties").path("timeseries"));
        return new Forecast(
                Forecast.Origin.PROVIDER,
                question.today(),
                0,
                days(hours, question),
                hours.stream().map(ToldHour::hour).toList());
    }

    /** Whole days only; tomorrow must be among them. */
    private static List<ForecastDay> days(List<ToldHour> hours, Question question) throws AnswerFault {
        Site site = question.site();
        Map<LocalDate, List<ToldHour>> byDay =
                hours.stream().collect(Collectors.groupingBy(hour -> site.dateAt(hour.at())));
        List<ForecastDay> days = new ArrayList<>();
        for (int i = 0; i < question.days(); i++) {
            LocalDate date = question.today().plusDays(i);
            List<ToldHour> told = byDay.getOrDefault(date, List.of());
            Duration day = Duration.between(site.startOf(date), site.startOf(date.plusDays(1)));
            boolean whole = day.minusHours(told.size()).compareTo(UNTOLD_OF_DAY) < 0;
            if (whole) {
                days.add(ToldDay.ofHours(date, told).expected(site));
            } else if (i == 1) {
                AnswerCheck.needed(FarmQuantity.AIR, OptionalDouble.empty(), date.toString());
            } else if (i > 1) {
                break;
            }
        }
        return days;
    }

    private static List<ToldHour> hours(JsonNode series) throws AnswerFault {
        if (!series.isArray() || series.isEmpty()) {
            throw unreadable("timeseries");
        }
        List<ToldHour> hours = new ArrayList<>();
        for (int i = 0; i < series.size(); i++) {
            JsonNode step = series.get(i);
            Instant at = moment(step.path("time"), "timeseries.time");
            JsonNode hour = step.path("data").path("next_1_hours").path("details");
            JsonNode six = step.path("data").path("next_6_hours").path("details");
            JsonNode now = details(step);
            if (!hour.isMissingNode()) {
                told(at, now, now, 0, number(hour.path("precipitation_amount"))).ifPresent(hours::add);
            } else if (!six.isMissingNode() && i + 1 < series.size()) {
                OptionalDouble rain = number(six.path("precipitation_amount"));
                for (int part = 0; part < SIX; part++) {
                    told(
                                    at.plus(Duration.ofHours(part)),
                                    now,
                                    details(series.get(i + 1)),
                                    (double) part / SIX,
                                    rain.isEmpty() ? rain : OptionalDouble.of(rain.getAsDouble() / SIX))
                            .ifPresent(hours::add);
                }
            }
        }
        return hours;
    }

    private static Optional<ToldHour> told(Instant at, JsonNode from, JsonNode to, double part, OptionalDouble rain)
            throws AnswerFault {
        String when = at.toString();
        OptionalDouble celsius = possible(FarmQuantity.AIR, between(from, to, "air_temperature", part), when);
        OptionalDouble humidity = possible(FarmQuantity.HUMIDITY, between(from, to, "relative_humidity", part), when);
        OptionalDouble wind = possible(FarmQuantity.WIND, between(from, to, "wind_speed", part), when);
        possible(FarmQuantity.RAIN, rain, when);
        if (celsius.isEmpty() || rain.isEmpty()) {
            return Optional.empty();
        }
        boolean humid = humidity.orElse(0) > 0 && humidity.getAsDouble() <= 100;
        OptionalDouble dewPoint = humid
                ? OptionalDouble.of(new HumidAir(celsius.getAsDouble(), humidity.getAsDouble()).dewPointCelsius())
                : OptionalDouble.empty();
        return Optional.of(new ToldHour(at, celsius.getAsDouble(), dewPoint, wind, rain, OptionalDouble.empty()));
    }

    private static JsonNode details(JsonNode step) {
        return step.path("data").path("instant").path("details");
    }

    private static OptionalDouble between(JsonNode from, JsonNode to, String field, double part) {
        OptionalDouble first = number(from.path(field));
        OptionalDouble last = number(to.path(field));
        return first.isEmpty() || last.isEmpty()
                ? first
                : OptionalDouble.of(first.getAsDouble() + part * (last.getAsDouble() - first.getAsDouble()));
    }

    private static Instant moment(JsonNode time, String field) throws AnswerFault {
        try {
            return Instant.parse(time.asText());
        } catch (DateTimeException damaged) {
            throw unreadable(field);
        }
    }
}
