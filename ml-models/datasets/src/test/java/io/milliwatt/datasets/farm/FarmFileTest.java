package io.milliwatt.datasets.farm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.milliwatt.datasets.recording.RecordingException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FarmFileTest {

    @Test
    void aStationsTableIsKnownByItsColumnsAndUnits() throws RecordingException {
        FarmFile file = read("Date;Tmax (F);Tmin (F);Rain (in);Wind (mph);Solar (W/m2);Remark\n"
                + "2026-06-12;86;50;0.5;10;250;fair\n12.6.2026;x;50;0;1;1;\n2026-06-13;;50;;;;\n");
        assertThat(file.kind()).isEqualTo(FarmFileKind.STATION_CSV);
        assertThat(file.daily()).isTrue();
        Map<FarmQuantity, Double> first = file.rows().getFirst().values();
        assertThat(first.get(FarmQuantity.AIR_MAXIMUM)).isCloseTo(30, within(1e-9));
        assertThat(first.get(FarmQuantity.RAIN)).isCloseTo(12.7, within(1e-9));
        assertThat(first.get(FarmQuantity.WIND)).isCloseTo(4.4704, within(1e-9));
        assertThat(first.get(FarmQuantity.SOLAR)).isCloseTo(21.6, within(1e-9));
        assertThat(file.rows().get(1).values()).containsOnlyKeys(FarmQuantity.AIR_MINIMUM);
        assertThat(file.damaged()).extracting(DamagedRow::line).containsExactly(3);
    }

    @Test
    void hoursAndSoilDepthsAreReadAndCodesAreLeftAsTheyStand() throws RecordingException {
        FarmFile file = read("time,temperature,humidity,soil_moisture_10cm,soil_moisture_300mm (m3/m3),soil_temp_10cm\n"
                + "2026-06-12T05:15:00Z,14.5,-45,-9999,0.21,15.1\n");
        FarmRow row = file.rows().getFirst();
        assertThat(file.daily()).isFalse();
        assertThat(file.universal()).isTrue();
        assertThat(row.time()).isEqualTo(LocalDateTime.of(2026, 6, 12, 5, 15));
        assertThat(row.values()).contains(entry(FarmQuantity.HUMIDITY, -45.0));
        assertThat(row.moisturePercent()).containsEntry(100, -9999.0);
        assertThat(row.moisturePercent().get(300)).isCloseTo(21, within(1e-9));
        assertThat(row.soilCelsius()).containsEntry(100, 15.1);
    }

    @Test
    void aSensorOfTheNetworkHasItsDepthAndTime() throws RecordingException {
        FarmFile file = read("SCAN SCAN Abrams 33.25 -112.83 270.0 0.05 0.05 Hydraprobe-A\n"
                + "2020/01/01 00:00 0.231 G M\n2020/01/01 01:00 -0.010 C01 M\n");
        assertThat(file.kind()).isEqualTo(FarmFileKind.ISMN);
        assertThat(file.universal()).isTrue();
        assertThat(file.rows()).hasSize(2);
        assertThat(file.rows().getFirst().moisturePercent().get(50)).isCloseTo(23.1, within(1e-9));
        assertThat(file.rows().get(1).moisturePercent().get(50)).isCloseTo(-1, within(1e-9));
    }

    @Test
    void aSeasonsFilesAreReadByTheirHeads() throws RecordingException {
        String head = "*****\npyfao56: FAO-56 Evapotranspiration in Python\n";
        FarmFile irrigation =
                read(head + "Irrigation Data\n*****\nYear-DOY  Depth     fw IrrEff\n2013-115  33.00   0.50  100.0\n");
        assertThat(irrigation.rows().getFirst().time()).isEqualTo(LocalDateTime.of(2013, 4, 25, 0, 0));
        assertThat(irrigation.rows().getFirst().values()).containsExactly(entry(FarmQuantity.IRRIGATION, 33.0));
        FarmFile soil =
                read(head + "Soil Profile Data\n*****\nDepth thetaFC thetaWP  theta0\n   15   0.290   0.145   0.260\n");
        assertThat(soil.layers()).containsExactly(new FarmLayer(150, 0.29, 0.145));
    }

    @Test
    void filesThatAreNoneAreRefusedInSentences() {
        assertThatThrownBy(() -> read(" \n")).hasMessageContaining("is empty");
        assertThatThrownBy(() -> read("a,b\n1,2\n")).hasMessageContaining("no column of dates among a, b");
        assertThatThrownBy(() -> read("date,colour\n2026-06-12,red\n")).hasMessageContaining("no column that is known");
        assertThatThrownBy(() -> read("wbanno,lst_date,t_daily_max\n1,20200101,3\n2,20200101,4\n"))
                .hasMessageContaining("several stations")
                .extracting(refused -> ((FarmFileException) refused).fault())
                .isEqualTo(FarmFileException.Fault.SEVERAL_STATIONS);
        assertThatThrownBy(() -> read("date,rain\nyesterday,3\n")).hasMessageContaining("'yesterday' is no date");
    }

    /** The real ones, where the folder of data is there. */
    @Test
    void recordedFilesAreReadWhole() throws IOException {
        String folder = System.getenv("MILLIWATT_DATA");
        assumeTrue(folder != null, "MILLIWATT_DATA names no folder of data");
        Path soil = Path.of(folder).resolve("soil");
        assumeTrue(Files.isDirectory(soil), "There is no folder soil in " + folder);
        FarmFile openAgri = file(soil.resolve("openagri-iot/openagri_iot_2023-09_2024-05.csv"));
        assertThat(openAgri.kind()).isEqualTo(FarmFileKind.OPENAGRI);
        assertThat(openAgri.damaged()).isEmpty();
        assertThat(openAgri.rows().getFirst().moisturePercent()).containsOnlyKeys(100, 200, 300, 400, 500, 600);
        FarmFile uscrn = file(soil.resolve("uscrn-ks-manhattan/KS_Manhattan_6_SSW_2003_2014.csv"));
        assertThat(uscrn.kind()).isEqualTo(FarmFileKind.USCRN);
        assertThat(uscrn.rows()).hasSizeGreaterThan(4000);
        FarmFile weather = file(soil.resolve("pyfao56-fields/test01_cotton2013.wth"));
        assertThat(weather.windHeightMetres()).isEqualTo(3);
        assertThat(weather.rows().getFirst().values())
                .contains(entry(FarmQuantity.RAIN, 0.25), entry(FarmQuantity.REFERENCE, 1.36));
    }

    private static FarmFile file(Path path) throws IOException {
        return FarmFile.read(
                path.getFileName().toString(), Files.readString(path, StandardCharsets.UTF_8), Optional.empty());
    }

    private static FarmFile read(String text) throws RecordingException {
        return FarmFile.read("upload.csv", text, Optional.empty());
    }
}
