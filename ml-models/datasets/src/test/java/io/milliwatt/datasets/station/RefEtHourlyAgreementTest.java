package io.milliwatt.datasets.station;

import static org.assertj.core.api.Assertions.assertThat;

import io.milliwatt.datasets.RecordingFolder;
import io.milliwatt.datasets.recording.RecordingException;
import io.milliwatt.dsp.soil.evapotranspiration.HourlyEvapotranspiration;
import io.milliwatt.dsp.soil.evapotranspiration.HourlyWeather;
import io.milliwatt.dsp.soil.evapotranspiration.Humidity;
import io.milliwatt.dsp.soil.evapotranspiration.ReferenceSurface;
import io.milliwatt.dsp.soil.evapotranspiration.Standard;
import io.milliwatt.dsp.soil.evapotranspiration.Station;
import io.milliwatt.dsp.soil.evapotranspiration.Wind;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** A year of hours that REF-ET computed for Fallon, computed again with clouds carried through the nights. */
class RefEtHourlyAgreementTest {

    private static final String FOLDER = "soil/agrimet-fallon-2015";
    private static final double MEGAJOULES_PER_WATT_HOUR = 0.0036;

    /** REF-ET prints 0.01 mm. */
    private static final double ROOT_MEAN_SQUARE = 0.004;

    /** At dusk the sign of the net radiation changes the surface's resistance eightfold, and a last digit decides. */
    private static final double WORST = 0.09;

    @Test
    void everyHourOfTheYearAgrees() throws RecordingException {
        var folder = RecordingFolder.find(FOLDER);
        Assumptions.assumeTrue(folder.isPresent(), RecordingFolder.absence(FOLDER));
        RefEtHourlyFile file = RefEtHourlyFile.read(folder.orElseThrow().resolve("FALN_Agrimet_hourly_raw_2015.out"));
        assertThat(file.hours()).hasSize(8758);
        assertAgreement(file, ReferenceSurface.TALL);
        assertAgreement(file, ReferenceSurface.SHORT);
    }

    private static void assertAgreement(RefEtHourlyFile file, ReferenceSurface surface) {
        Station station = Station.at(file.latitudeDegrees(), file.elevationMetres());
        OptionalDouble clouds = OptionalDouble.empty();
        double squares = 0;
        for (RefEtHour hour : file.hours()) {
            HourlyEvapotranspiration computed = HourlyEvapotranspiration.of(
                    station, file.longitudeDegrees(), weather(file, hour), clouds, surface, Standard.REF_ET);
            clouds = OptionalDouble.of(computed.cloudiness());
            double expected = surface == ReferenceSurface.TALL ? hour.tallAsce() : hour.shortAsce();
            double difference = computed.millimetres() - expected;
            assertThat(Math.abs(difference))
                    .as("%s on %s at %d: %.3f", surface, hour.date(), hour.hour(), computed.millimetres())
                    .isLessThan(WORST);
            squares += difference * difference;
        }
        assertThat(Math.sqrt(squares / file.hours().size())).isLessThan(ROOT_MEAN_SQUARE);
    }

    private static HourlyWeather weather(RefEtHourlyFile file, RefEtHour hour) {
        double middleUtc = hour.hour() - 0.5 - file.zoneLongitudeDegrees() / 15;
        return new HourlyWeather(
                hour.date().getDayOfYear(),
                (middleUtc + 24) % 24,
                hour.celsius(),
                new Humidity.DewPoint(hour.dewPointCelsius()),
                hour.solarWatts() * MEGAJOULES_PER_WATT_HOUR,
                new Wind.Measured(hour.windMetresPerSecond(), file.windHeightMetres()));
    }
}
