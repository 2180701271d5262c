package io.milliwatt.irrigation.weather;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.milliwatt.dsp.soil.crop.CropClimate;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class StationYearsTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 7, 1);

    /** A windy, dry summer and a calm, moist winter. */
    @Test
    void windAndHumidityAreThoseOfTheTimeOfTheYear() {
        StationYears years = StationYears.of(days(TODAY.minusYears(2), TODAY.minusDays(1), true));
        CropClimate summer = years.climateOn(TODAY.plusDays(3));
        assertThat(summer.windAtTwoMetres()).isCloseTo(4, within(1e-9));
        assertThat(summer.minimumHumidityPercent()).isCloseTo(20, within(1e-9));
        CropClimate winter = years.climateOn(LocalDate.of(2027, 1, 10));
        assertThat(winter.windAtTwoMetres()).isCloseTo(1, within(1e-9));
        assertThat(winter.minimumHumidityPercent()).isCloseTo(60, within(1e-9));
    }

    @Test
    void aNewStationGoesByItsLastDaysAndOneWithoutSensorsByTheTables() {
        CropClimate fresh = StationYears.of(days(TODAY.minusDays(8), TODAY.minusDays(1), true))
                .climateOn(TODAY.plusDays(2));
        assertThat(fresh).isEqualTo(new CropClimate(4, 20));
        assertThat(StationYears.of(List.of()).climateOn(TODAY)).isEqualTo(new CropClimate(2, 45));
        assertThat(StationYears.of(days(TODAY.minusYears(1), TODAY.minusDays(1), false))
                        .climateOn(TODAY))
                .isEqualTo(new CropClimate(2, 45));
    }

    @Test
    void aSeasonIsUsualOnlyWhereYearsOrTheLastWeekAreKnown() {
        LocalDate planted = LocalDate.of(2026, 4, 1);
        assertThat(StationYears.of(List.of()).season(planted, 150, 39, TODAY)).isEmpty();
        assertThat(StationYears.of(days(TODAY.minusDays(10), TODAY.minusDays(1), true))
                        .season(planted, 150, 39, TODAY)
                        .orElseThrow()
                        .fromEarlierYears())
                .isFalse();
        assertThat(StationYears.of(days(TODAY.minusYears(4), TODAY.minusDays(1), true))
                        .season(planted, 150, 39, TODAY)
                        .orElseThrow()
                        .fromEarlierYears())
                .isTrue();
    }

    private static List<WeatherDay> days(LocalDate from, LocalDate to, boolean sensors) {
        List<WeatherDay> days = new ArrayList<>();
        for (LocalDate day = from; !day.isAfter(to); day = day.plusDays(1)) {
            boolean summer = day.getMonthValue() >= 5 && day.getMonthValue() <= 9;
            days.add(new WeatherDay(
                    day,
                    OptionalDouble.of(10),
                    OptionalDouble.of(25),
                    sensors ? OptionalDouble.of(summer ? 20 : 60) : OptionalDouble.empty(),
                    OptionalDouble.empty(),
                    OptionalDouble.empty(),
                    sensors ? OptionalDouble.of(summer ? 4 : 1) : OptionalDouble.empty(),
                    OptionalDouble.of(0),
                    OptionalDouble.empty(),
                    OptionalDouble.of(summer ? 6 : 2),
                    List.of(),
                    "test"));
        }
        return days;
    }
}
