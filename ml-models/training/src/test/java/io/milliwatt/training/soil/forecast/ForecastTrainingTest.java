package io.milliwatt.training.soil.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.milliwatt.datasets.recording.RecordingException;
import io.milliwatt.runtime.bundle.Bundle;
import io.milliwatt.training.pipeline.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Six made-up stations whose soil dries by itself and is wetted by rain. */
class ForecastTrainingTest {

    private static final Progress QUIET = (what, done, total) -> {};

    private static void writeStations(Path folder) throws IOException {
        Random random = new Random(4);
        StringBuilder table = new StringBuilder("wban,lst_date,longitude,latitude,t_daily_max,t_daily_min,t_daily_avg,"
                + "p_daily_calc,solarad_daily,rh_daily_avg");
        for (String kind : List.of("moisture", "temp")) {
            for (int depth : new int[] {5, 10, 20, 50, 100}) {
                table.append(",soil_").append(kind).append('_').append(depth).append("_daily");
            }
        }
        table.append('\n');
        for (int station = 0; station < 6; station++) {
            double[] water = {0.2, 0.22, 0.24, 0.26, 0.28};
            for (int day = 0; day < 64; day++) {
                double rain = random.nextInt(5) == 0 ? random.nextInt(30) : 0;
                table.append(String.format(
                        Locale.ROOT,
                        "%d,%s,-100,40,25,10,17,%.1f,20,60",
                        station,
                        LocalDate.of(2020, 4, 1).plusDays(day),
                        rain));
                for (int depth = 0; depth < water.length; depth++) {
                    water[depth] += rain * 0.004 / (depth + 1) - (water[depth] - 0.1) * 0.06 / (depth + 1);
                    table.append(String.format(Locale.ROOT, ",%.3f", water[depth]));
                }
                table.append(",15,15,15,15,15\n");
            }
        }
        Files.writeString(folder.resolve("stations.csv"), table);
    }

    @Test
    void theSameDataAndSeedGiveTheSameBytes(@TempDir Path folder) throws IOException {
        writeStations(folder);
        ForecastTraining first = ForecastTraining.run(folder, 1, QUIET);
        ForecastTraining again = ForecastTraining.run(folder, 1, QUIET);
        assertThat(again.bundle()).isEqualTo(first.bundle());
        assertThat(again.siblings().getLast()).isEqualTo(first.siblings().getLast());
        assertThat(first.siblings().getFirst()).isNotEqualTo(first.bundle());
        ForecastCard.write(first, folder.resolve("out"));
        assertThat(Bundle.parse(Files.readAllBytes(folder.resolve("out/model.mwm")))
                        .vectors())
                .hasSize(4);
        assertThat(folder.resolve("out/card.md")).content().startsWith("# Model card: soil");
        assertThat(folder.resolve("out/folds/stations.csv")).content().contains("5,");
        assertThat(ForecastCard.json(first)).isEqualTo(ForecastCard.json(again));
    }

    @Test
    void aFolderWithoutStationsIsRefusedInASentence(@TempDir Path folder) {
        assertThatThrownBy(() -> ForecastTraining.run(folder, 1, QUIET))
                .isInstanceOf(RecordingException.class)
                .hasMessageContaining("holds no daily table of the climate network");
    }
}
