package io.milliwatt.datasets.station;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.milliwatt.datasets.RecordingFolder;
import io.milliwatt.datasets.recording.RecordingException;
import io.milliwatt.dsp.soil.evapotranspiration.DailyEvapotranspiration;
import io.milliwatt.dsp.soil.evapotranspiration.DailyWeather;
import io.milliwatt.dsp.soil.evapotranspiration.Humidity;
import io.milliwatt.dsp.soil.evapotranspiration.ReferenceSurface;
import io.milliwatt.dsp.soil.evapotranspiration.Standard;
import io.milliwatt.dsp.soil.evapotranspiration.Station;
import io.milliwatt.dsp.soil.evapotranspiration.Sunlight;
import io.milliwatt.dsp.soil.evapotranspiration.Wind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every day that the REF-ET software computed, computed again. */
class RefEtAgreementTest {

    /** REF-ET prints three digits, so that 10.5 stands for anything from 10.45 to 10.55. */
    private static final double TOLERANCE_MILLIMETRES = 0.06;

    private static final String AZMET = "soil/azmet-maricopa-refet";
    private static final String FALLON = "soil/agrimet-fallon-2015";

    @Test
    void everyDayOfMaricopaAgrees() throws RecordingException {
        RefEtFile file = RefEtFile.read(folder(AZMET).resolve("RefET.out.gz"));
        assertThat(file.days()).hasSize(6575);
        for (RefEtDay day : file.days()) {
            assertAgreement(file, day, weather(file, day));
            assertClose(
                    day,
                    file,
                    weather(file, day),
                    ReferenceSurface.SHORT,
                    Standard.FAO_56,
                    day.shortFao56().orElseThrow());
        }
    }

    @Test
    void everyDayOfFallonAgrees() throws RecordingException {
        Path folder = folder(FALLON);
        RefEtFile file = RefEtFile.read(folder.resolve("FALN_Agrimet_daily_raw_2015.out"));
        AgriMetFile raw = AgriMetFile.read(folder.resolve("FALN_Agrimet_daily_raw_2015.csv"));
        assertThat(file.days()).hasSize(365);
        for (RefEtDay day : file.days()) {
            assertAgreement(file, day, weather(file, day));
        }
        // REF-ET filled the days without a record from the day before; the others are computed from the raw US units as
        // well.
        assertThat(raw.days().size() + raw.incomplete()).isEqualTo(365);
        for (AgriMetDay day : raw.days()) {
            RefEtDay expected = file.days().get(day.date().getDayOfYear() - 1);
            assertAgreement(
                    file,
                    expected,
                    DailyWeather.of(
                            day.date().getDayOfYear(),
                            day.minimumCelsius(),
                            day.maximumCelsius(),
                            new Humidity.DewPoint(day.dewPointCelsius()),
                            new Sunlight.Measured(day.solarMegajoules()),
                            new Wind.Measured(day.windMetresPerSecond(), file.windHeightMetres())));
        }
    }

    @Test
    void aFileWithoutResultsIsRefused(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("empty.out"), "REF-ET\n 1 1 2003 17.5\n");
        assertThatThrownBy(() -> RefEtFile.read(file)).hasMessageContaining("holds no day");
    }

    private static void assertAgreement(RefEtFile file, RefEtDay day, DailyWeather weather) {
        assertClose(day, file, weather, ReferenceSurface.TALL, Standard.REF_ET, day.tallAsce());
        assertClose(day, file, weather, ReferenceSurface.SHORT, Standard.REF_ET, day.shortAsce());
    }

    private static void assertClose(
            RefEtDay day,
            RefEtFile file,
            DailyWeather weather,
            ReferenceSurface surface,
            Standard standard,
            double expected) {
        Station station = Station.at(file.latitudeDegrees(), file.elevationMetres());
        double computed =
                DailyEvapotranspiration.of(station, weather, surface, standard).millimetres();
        assertThat(Math.abs(computed - expected))
                .as("%s on %s: %.3f mm against %s mm", surface, day.date(), computed, expected)
                .isLessThanOrEqualTo(TOLERANCE_MILLIMETRES);
    }

    private static DailyWeather weather(RefEtFile file, RefEtDay day) {
        return DailyWeather.of(
                day.date().getDayOfYear(),
                day.minimumCelsius(),
                day.maximumCelsius(),
                new Humidity.DewPoint(day.dewPointCelsius()),
                new Sunlight.Measured(day.solarMegajoules()),
                new Wind.Measured(day.windMetresPerSecond(), file.windHeightMetres()));
    }

    private static Path folder(String name) {
        var folder = RecordingFolder.find(name);
        Assumptions.assumeTrue(folder.isPresent(), RecordingFolder.absence(name));
        return folder.orElseThrow();
    }
}
