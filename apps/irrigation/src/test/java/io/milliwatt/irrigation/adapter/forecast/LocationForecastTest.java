package io.milliwatt.irrigation.adapter.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.milliwatt.irrigation.site.Position;
import io.milliwatt.irrigation.site.Site;
import io.milliwatt.irrigation.weather.Forecast;
import io.milliwatt.irrigation.weather.ForecastDay;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** MET Norway's compact answer: two days by the hour and then by six hours, from now on. */
class LocationForecastTest {

    private static final Site SITE =
            new Site("home", "Home", new Position(10.7461, 59.9127), 90, ZoneId.of("Europe/Oslo"), "NOK");
    private static final LocalDate TODAY = LocalDate.of(2026, 5, 10);
    /** 09:00 in Oslo. */
    private static final Instant NOW = Instant.parse("2026-05-10T07:00:00Z");

    private final LocationForecast format = new LocationForecast();
    private final Question question = new Question(SITE, TODAY, 8, NOW);

    @Test
    void onlyWholeDaysAreToldAndHoursFromNowOn() throws Exception {
        Forecast said = read(answer("celsius", NOW, "7.3"));
        assertThat(said.days()).extracting(ForecastDay::day).first().isEqualTo(TODAY.plusDays(1));
        assertThat(said.days()).hasSize(4);
        ForecastDay tomorrow = said.days().getFirst();
        assertThat(tomorrow.minimumCelsius()).isEqualTo(7.3);
        assertThat(tomorrow.rainMillimetres()).isCloseTo(2.4, within(1e-9));
        assertThat(tomorrow.rainProbability()).isEqualTo(0.5);
        assertThat(tomorrow.dewPointCelsius().orElseThrow()).isBetween(2.0, 7.3);
        assertThat(tomorrow.windMetresPerSecond().orElseThrow()).isCloseTo(4 * 0.748, within(0.01));
        assertThat(said.days().getLast().rainMillimetres()).isCloseTo(4.8, within(1e-9));
        assertThat(said.hours().getFirst().at()).isEqualTo(NOW);
    }

    @Test
    void aPlaceIsToldToAHundredthOfADegree() {
        assertThat(format.uri(URI.create("https://api.met.no"), question))
                .hasToString(
                        "https://api.met.no/weatherapi/locationforecast/2.0/compact?lat=59.91&lon=10.75&altitude=90");
    }

    @Test
    void anOldRunAnotherUnitAndAHoleAreRefused() {
        assertThatThrownBy(() -> read(answer("celsius", NOW.minus(Duration.ofHours(25)), "7.3")))
                .hasMessageContaining("old forecast");
        assertThatThrownBy(() -> read(answer("fahrenheit", NOW, "45")))
                .hasMessageContaining("fahrenheit instead of celsius");
        assertThatThrownBy(() -> read(answer("celsius", NOW, "null"))).hasMessageContaining("tells no air");
        assertThatThrownBy(() -> read(answer("celsius", NOW, "-9999"))).hasMessageContaining("tells no air");
        assertThatThrownBy(() -> read(answer("celsius", NOW, "77"))).hasMessageContaining("cannot be");
    }

    private Forecast read(String text) throws Exception {
        return format.read(new ObjectMapper().readTree(text), question);
    }

    private static String answer(String unit, Instant updated, String celsius) {
        List<String> steps = new ArrayList<>();
        for (int hour = 0; hour < 48; hour++) {
            steps.add(step(NOW.plus(Duration.ofHours(hour)), celsius, "next_1_hours", "0.1"));
        }
        for (int six = 0; six < 13; six++) {
            steps.add(step(NOW.plus(Duration.ofHours(48 + 6L * six)), celsius, "next_6_hours", "1.2"));
        }
        return """
                {"type": "Feature", "geometry": {"type": "Point", "coordinates": [10.75, 59.91, 90]},
                 "properties": {"meta": {"updated_at": "%s", "units": {"air_temperature": "%s",
                  "precipitation_amount": "mm", "relative_humidity": "%%", "wind_speed": "m/s"}},
                  "timeseries": [%s]}}""".formatted(updated, unit, String.join(",", steps));
    }

    private static String step(Instant at, String celsius, String next, String rain) {
        return """
                {"time": "%s", "data": {"instant": {"details": {"air_temperature": %s, "relative_humidity": 80.0,
                 "wind_speed": 4.0}}, "%s": {"summary": {"symbol_code": "rain"},
                 "details": {"precipitation_amount": %s}}}}""".formatted(at, celsius, next, rain);
    }
}
