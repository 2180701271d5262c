package io.milliwatt.irrigation.adapter.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.both;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.lessThan;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.milliwatt.irrigation.adapter.TestFarm;
import io.milliwatt.irrigation.adapter.TestWeather;
import io.milliwatt.irrigation.adapter.db.FarmDirectory;
import io.milliwatt.irrigation.adapter.desk.ComingWeather;
import io.milliwatt.irrigation.adapter.desk.ForecastDesk;
import io.milliwatt.irrigation.site.Site;
import io.milliwatt.testkit.EmbeddedDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.hamcrest.Matcher;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A weather service over HTTP: believed where it can be, and where not, climatology again with the reason and the age of its last good answer. */
@QuarkusTest
@QuarkusTestResource(EmbeddedDatabase.class)
@QuarkusTestResource(WeatherHost.class)
class ForecastServiceTest {

    private static final int DAYS = 8;

    @Inject
    TestWeather weather;

    @Inject
    ForecastDesk desk;

    @Inject
    FarmDirectory directory;

    @Inject
    ComingWeather coming;

    @Inject
    HttpForecastService service;

    @Inject
    Jdbi jdbi;

    private TestFarm farm;
    private LocalDate today;

    @BeforeEach
    void setUp() {
        farm = TestFarm.setUp();
        today = LocalDate.now(ZoneId.of("Europe/Madrid"));
        farm.site(WeatherHost.SITE);
        weather.season(WeatherHost.SITE, today.minusDays(60), today.minusDays(1));
        jdbi.useHandle(handle -> {
            for (String told : List.of("forecast_answer", "weather_forecast", "weather_forecast_hour")) {
                handle.execute("DELETE FROM " + told + " WHERE site_id = ?", WeatherHost.SITE);
            }
        });
        service.forgetSilence();
    }

    @Test
    void aGoodAnswerIsTheForecastAsItWasSaid() {
        WeatherHost.answersText(good().text());
        look();
        told().body("forecast.source", equalTo("provider"))
                .body("forecast.statedBecause", nullValue())
                .body("forecast.service.troubles", hasSize(0))
                .body("forecast.day", hasSize(DAYS))
                .body("forecast.minimumCelsius[1]", equalTo(9.0f))
                .body("forecast.rainMillimetres[0]", equalTo(4.0f))
                .body("forecast.rainProbability[0]", equalTo(0.6f));
        assertThat(jdbi.<String, RuntimeException>withHandle(
                        handle -> handle.createQuery("SELECT body FROM forecast_answer")
                                .mapTo(String.class)
                                .one()))
                .isEqualTo(good().text());
    }

    /** A night of −4 °C about four, in air so dry that no hoar warns; the wind of 9 m/s at 10 m is 6.7 m/s at 2 m. */
    @Test
    void aServicesHoursWarnOfFrostAndWind() {
        OpenMeteoAnswer answer = good().hour("wind_speed_10m", "m/s", "9.0");
        for (int day = 0; day < 2; day++) {
            answer.onHour(24 * day + 4, "temperature_2m", "-4.0").onHour(24 * day + 4, "dew_point_2m", "-9.0");
        }
        answer.onHour(47, "temperature_2m", "-30.0");
        WeatherHost.answersText(answer.text());
        look();
        farm.get("/api/frost?site=" + WeatherHost.SITE)
                .statusCode(200)
                .body("lowestCelsius", equalTo(-4.0f))
                .body("dewPointCelsius", closeTo(-9))
                .body("reasons.code", hasItem("frost-black"));
        Instant now = Instant.now();
        assertThat(coming.lowestCelsius(site(), now)).hasValue(-4);
        assertThat(coming.windNow(site(), now).orElseThrow()).isBetween(6.5, 6.9);
    }

    /** Days alone: the least of tomorrow; this morning's is over in the evening. */
    @Test
    void aServiceThatTellsOnlyDaysWarnsByTheDay() {
        OpenMeteoAnswer answer = good().onDay(0, "temperature_2m_min", "-7.0").onDay(1, "temperature_2m_min", "-2.0");
        for (String field : List.of(
                "temperature_2m", "dew_point_2m", "precipitation", "precipitation_probability", "wind_speed_10m")) {
            answer.without(field);
        }
        WeatherHost.answersText(answer.text());
        look();
        Instant evening = site().startOf(today).plus(Duration.ofHours(20));
        assertThat(coming.lowestCelsius(site(), evening)).hasValue(-2);
        assertThat(coming.windNow(site(), evening)).isEmpty();
    }

    /** 38.9012° N would find the gate; 38.9° is a kilometre wide. */
    @Test
    void nothingFinerThanAHundredthOfADegreeLeavesTheHouse() {
        farm.put("/api/sites/" + WeatherHost.SITE, """
                {"name": "Site served", "timeZone": "Europe/Madrid", "latitudeDegrees": 38.901234,
                 "longitudeDegrees": -6.298765, "elevationMetres": 213.7, "currency": "EUR"}""").statusCode(200);
        WeatherHost.answersText(good().text());
        look();
        String query = WeatherHost.asked().getFirst().getRequestURI().toString();
        assertThat(query)
                .startsWith("/v1/forecast?")
                .contains("latitude=38.9&", "longitude=-6.3&", "elevation=210&", "timezone=Europe%2FMadrid");
    }

    @Test
    void itIsAskedNoMoreOftenThanStated() {
        WeatherHost.answersText(good().text());
        look();
        look();
        assertThat(WeatherHost.asked()).hasSize(1);
        WeatherHost.answers(exchange -> WeatherHost.send(exchange, 500, ""));
        due();
        look();
        look();
        assertThat(WeatherHost.asked()).hasSize(1);
    }

    @Test
    void anAnswerThatHasNotChangedCountsAgain() {
        WeatherHost.answers(exchange -> {
            exchange.getResponseHeaders().add("ETag", "\"one\"");
            exchange.getResponseHeaders().add("Last-Modified", "Sun, 29 Nov 2026 06:00:00 GMT");
            WeatherHost.send(exchange, 200, good().text());
        });
        look();
        due();
        WeatherHost.answers(exchange -> WeatherHost.send(exchange, 304, ""));
        look();
        var headers = WeatherHost.asked().getFirst().getRequestHeaders();
        assertThat(headers.getFirst("If-None-Match")).isEqualTo("\"one\"");
        assertThat(headers.getFirst("If-Modified-Since")).isEqualTo("Sun, 29 Nov 2026 06:00:00 GMT");
        told().body("forecast.source", equalTo("provider")).body("forecast.service.troubles", hasSize(0));
    }

    @Test
    void aServiceThatWantsToBeLeftAloneIs() {
        WeatherHost.answers(exchange -> {
            exchange.getResponseHeaders().add("Retry-After", "14400");
            WeatherHost.send(exchange, 429, "");
        });
        look();
        jdbi.useHandle(handle -> assertThat(handle.createQuery(
                                "SELECT next_at > now() + interval '3 hours 50 minutes' FROM forecast_answer")
                        .mapTo(Boolean.class)
                        .one())
                .isTrue());
    }

    record Lie(String name, String code, String body) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Lie> lies() {
        return Stream.of(
                lie("a missing field", "forecast-incomplete", answer -> answer.without("temperature_2m_min")),
                lie("null", "forecast-incomplete", answer -> answer.onDay(1, "precipitation_sum", "null")),
                lie("NaN", "forecast-incomplete", answer -> answer.onDay(0, "temperature_2m_max", "NaN")),
                lie("−9999", "forecast-incomplete", answer -> answer.onDay(1, "temperature_2m_min", "-9999")),
                lie("a text", "forecast-incomplete", answer -> answer.onDay(1, "temperature_2m_min", "\"mild\"")),
                lie("negative rain", "forecast-impossible", answer -> answer.onDay(0, "precipitation_sum", "-3")),
                lie(
                        "a minimum above the maximum",
                        "forecast-impossible",
                        answer -> answer.onDay(0, "temperature_2m_min", "30")),
                lie("a storm of 200 m/s", "forecast-impossible", answer -> answer.onHour(3, "wind_speed_10m", "200")),
                lie("Fahrenheit", "forecast-unit", answer -> answer.day("temperature_2m_min", "°F", "48.2")),
                lie("kilometres an hour", "forecast-unit", answer -> answer.hour("wind_speed_10m", "km/h", "11")),
                lie(
                        "Fahrenheit called Celsius",
                        "forecast-unbelievable",
                        answer ->
                                answer.day("temperature_2m_min", "°C", "48.2").day("temperature_2m_max", "°C", "59.9")),
                lie("another place", "forecast-elsewhere", answer -> answer.at("52.52")),
                new Lie(
                        "yesterday's answer",
                        "forecast-outdated",
                        OpenMeteoAnswer.from(today(-1), DAYS).text()),
                new Lie(
                        "last week's answer",
                        "forecast-outdated",
                        OpenMeteoAnswer.from(today(-9), DAYS).text()),
                new Lie("half a sentence", "forecast-unreadable", good().text().substring(0, 900)),
                new Lie("a page", "forecast-unreadable", "<html><body>Maintenance</body></html>"),
                new Lie("a list", "forecast-unreadable", "[]"),
                new Lie("nothing", "forecast-unreadable", "{}"));
    }

    @ParameterizedTest
    @MethodSource("lies")
    void whatCannotBeBelievedIsNot(Lie lie) {
        WeatherHost.answersText(lie.body());
        look();
        told().body("forecast.source", equalTo("station-climatology"))
                .body("forecast.minimumCelsius[0]", equalTo(14.0f))
                .body("forecast.service.troubles.code", hasItem(lie.code()))
                .body("forecast.service.troubles.code", hasItem("forecast-never-good"));
    }

    @Test
    void aServiceThatFailsIsHeldForAWhileAndThenLeft() {
        WeatherHost.answersText(good().text());
        look();
        due();
        WeatherHost.answers(exchange -> WeatherHost.send(exchange, 503, ""));
        look();
        told().body("forecast.source", equalTo("provider"))
                .body("forecast.service.troubles.code[0]", equalTo("forecast-refused"));
        jdbi.useHandle(handle -> handle.execute("UPDATE forecast_answer SET good_at = good_at - interval '7 hours'"));
        look();
        told().body("forecast.source", equalTo("station-climatology"))
                .body("forecast.statedBecause.code", equalTo("weather-climatology"))
                .body("forecast.service.lastGoodAt", notNullValue())
                .body("forecast.service.troubles.code[1]", equalTo("forecast-last-good"))
                .body("forecast.service.troubles.numbers.hours[1]", equalTo(7.0f));
        due();
        WeatherHost.answersText(good().text());
        look();
        told().body("forecast.source", equalTo("provider"));
    }

    @Test
    void aSlowServiceHoldsNobodyUp() {
        WeatherHost.answers(exchange -> {
            exchange.sendResponseHeaders(200, 0);
            var out = exchange.getResponseBody();
            for (int i = 0; i < 100; i++) {
                out.write(' ');
                out.flush();
                try {
                    Thread.sleep(100);
                } catch (InterruptedException stopped) {
                    return;
                }
            }
        });
        long began = System.nanoTime();
        look();
        assertThat((System.nanoTime() - began) / 1e9).isLessThan(5);
        told().body("forecast.source", equalTo("station-climatology"))
                .body("forecast.service.troubles.code[0]", equalTo("forecast-slow"));
    }

    /** A redirect could lead a farm's place to anybody. */
    @Test
    void noRedirectIsFollowed() {
        WeatherHost.answers(exchange -> {
            exchange.getResponseHeaders().add("Location", "/elsewhere");
            WeatherHost.send(exchange, 302, "");
        });
        look();
        assertThat(WeatherHost.asked()).hasSize(1);
        told().body("forecast.service.troubles.code[0]", equalTo("forecast-refused"));
    }

    private static LocalDate today(int days) {
        return LocalDate.now(ZoneId.of("Europe/Madrid")).plusDays(days);
    }

    private static OpenMeteoAnswer good() {
        return OpenMeteoAnswer.from(today(0), DAYS);
    }

    private static Lie lie(String name, String code, Consumer<OpenMeteoAnswer> change) {
        OpenMeteoAnswer answer = good();
        change.accept(answer);
        return new Lie(name, code, answer.text());
    }

    private void look() {
        desk.look(site(), today);
    }

    private Site site() {
        return directory.refresh().site(WeatherHost.SITE).orElseThrow();
    }

    private static Matcher<Float> closeTo(float value) {
        return both(greaterThan(value - 0.1f)).and(lessThan(value + 0.1f));
    }

    private void due() {
        jdbi.useHandle(handle -> handle.execute("UPDATE forecast_answer SET next_at = now() - interval '1 second'"));
        service.forgetSilence();
    }

    private ValidatableResponse told() {
        return farm.get("/api/weather?site=" + WeatherHost.SITE).statusCode(200);
    }
}
