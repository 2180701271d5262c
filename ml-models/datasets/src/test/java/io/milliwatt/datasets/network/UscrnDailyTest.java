package io.milliwatt.datasets.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.milliwatt.datasets.RecordingFolder;
import io.milliwatt.datasets.network.StationDays.Quantity;
import io.milliwatt.datasets.recording.RecordingException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UscrnDailyTest {
    private static final String FOLDER = "soil/uscrn-daily-2020";

    /** Counted by an independent reader of the same file. */
    @Test
    void theFileHoldsTheStationsAndReadingsThatWereCounted() throws RecordingException {
        var folder = RecordingFolder.find(FOLDER);
        Assumptions.assumeTrue(folder.isPresent(), RecordingFolder.absence(FOLDER));
        List<StationDays> stations = UscrnDaily.read(folder.orElseThrow().resolve("uscrn_daily_2020_dev.csv.gz"));
        assertThat(stations).hasSize(105);
        assertThat(stations).allMatch(station -> station.length() == 366);
        assertThat(stations.stream()
                        .flatMapToDouble(station -> Arrays.stream(station.moisture(0)))
                        .filter(value -> !Double.isNaN(value))
                        .count())
                .isEqualTo(23_064);
    }

    @Test
    void aGapBetweenDaysIsMissingValues(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("days.csv");
        Files.writeString(file, header() + """
                1,2020-01-01,10,40,5,-1,2,3.5,8,70,0.21,0.21,0.2,0.2,0.2,1,1,1,1,1
                1,2020-01-03,10,40,5,-1,2,0,8,70,0.23,,0.2,0.2,0.2,1,1,1,1,1
                """);
        StationDays days = UscrnDaily.read(file).getFirst();
        assertThat(days.moisture(0)).containsExactly(0.21, Double.NaN, 0.23);
        assertThat(days.moisture(1)).containsExactly(0.21, Double.NaN, Double.NaN);
        assertThat(days.of(Quantity.RAIN)).containsExactly(3.5, Double.NaN, 0);
    }

    @Test
    void theNetworksOwnTableHasCapitalsAndMarksForWhatIsMissing(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("days.csv");
        Files.writeString(
                file,
                header().toUpperCase(Locale.ROOT).replace("WBAN,", "WBANNO,")
                        + "53974,20120101,10,40,5,-1,2,-9999.0,8,70,0.21,-99.0,0.2,0.2,-99,1,1,1,1,-9999.0\n");
        assertThat(UscrnDaily.isOne(file)).isTrue();
        StationDays days = UscrnDaily.read(file).getFirst();
        assertThat(days.station()).isEqualTo("53974");
        assertThat(days.start()).isEqualTo("2012-01-01");
        assertThat(days.of(Quantity.RAIN)).containsExactly(Double.NaN);
        assertThat(days.moisture(0)).containsExactly(0.21);
        assertThat(days.moisture(1)).containsExactly(Double.NaN);
        assertThat(days.moisture(4)).containsExactly(Double.NaN);
        assertThat(days.soilTemperature(4)).containsExactly(Double.NaN);
        assertThat(days.latitudeDegrees()).isEqualTo(40);
    }

    @Test
    void aDamagedRowIsNamed(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("days.csv");
        Files.writeString(file, header() + "77,2020-13-01,10,40,5,-1,2,3.5,8,70,0.2,0.2,0.2,0.2,0.2,1,1,1,1,1\n");
        assertThatThrownBy(() -> UscrnDaily.read(file))
                .isInstanceOf(RecordingException.class)
                .hasMessageContaining("station 77");
        Files.writeString(file, "a,b\n1,2\n");
        assertThatThrownBy(() -> UscrnDaily.read(file)).hasMessageContaining("has no column 'wban'");
    }

    private static String header() {
        return "wban,lst_date,longitude,latitude,t_daily_max,t_daily_min,t_daily_avg,p_daily_calc,solarad_daily,rh_daily_avg,"
                + "soil_moisture_5_daily,soil_moisture_10_daily,soil_moisture_20_daily,soil_moisture_50_daily,"
                + "soil_moisture_100_daily,soil_temp_5_daily,soil_temp_10_daily,soil_temp_20_daily,soil_temp_50_daily,"
                + "soil_temp_100_daily\n";
    }
}
