package io.milliwatt.training.soil.forecast;

import static org.assertj.core.api.Assertions.assertThat;

import io.milliwatt.datasets.network.UscrnDaily;
import io.milliwatt.dsp.fixedpoint.soil.SoilFeature;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A made-up station: 20 cm dries by 0.002 a day for ten days, then 12 mm of rain wet it again. */
class StationSamplesTest {

    @TempDir
    private Path folder;

    private List<DepthSample> samples(int days) throws IOException {
        StringBuilder table = new StringBuilder("wban,lst_date,longitude,latitude,t_daily_max,t_daily_min,t_daily_avg,"
                + "p_daily_calc,solarad_daily,rh_daily_avg");
        for (String kind : List.of("moisture", "temp")) {
            for (int depth : new int[] {5, 10, 20, 50, 100}) {
                table.append(",soil_").append(kind).append('_').append(depth).append("_daily");
            }
        }
        table.append('\n');
        for (int day = 0; day < days; day++) {
            table.append(String.format(
                    Locale.ROOT,
                    "1,%s,-100,40,25,10,17,%s,20,60,,,%.3f,,,,,15.0,,%n",
                    LocalDate.of(2020, 4, 1).plusDays(day),
                    day % 10 == 0 ? "12.0" : "0.0",
                    0.300 - 0.002 * (day % 10)));
        }
        Path file = folder.resolve("other-name.csv");
        Files.writeString(file, table);
        assertThat(UscrnDaily.isOne(file)).isTrue();
        return StationSamples.of(UscrnDaily.read(file));
    }

    @Test
    void aDepthIsJudgedFromTheNinthDayOnAndOnlyWhereTheFutureIsKnown() throws IOException {
        List<DepthSample> samples = samples(80);
        assertThat(samples).hasSize(80 - 8 - 1).allMatch(each -> each.depth() == 2);
        DepthSample first = samples.getFirst();
        assertThat(first.feature(SoilFeature.WATER)).isEqualTo(2_840);
        assertThat(first.changes()).containsExactly(-20, 140, 60);
        assertThat(first.isWet(0)).isFalse();
        assertThat(first.isWet(1)).isTrue();
        DepthSample last = samples.getLast();
        assertThat(last.isKnown(0)).isTrue();
        assertThat(last.isKnown(1)).isFalse();
    }

    @Test
    void theRainToComeIsToldOnlyWhereItIsAskedFor() throws IOException {
        DepthSample sample = samples(80).getFirst();
        assertThat(sample.inputs(Rain.UNKNOWN)[SoilFeature.RAIN_OF_NEXT_7_DAYS.ordinal()])
                .isZero();
        assertThat(sample.inputs(Rain.KNOWN)[SoilFeature.RAIN_OF_NEXT_7_DAYS.ordinal()])
                .isEqualTo((short) 346);
        assertThat(sample.inputs(Rain.DRY)[SoilFeature.RAIN_KNOWN.ordinal()]).isEqualTo((short) 100);
    }

    @Test
    void aDepthWithFewDaysTeachesNothing() throws IOException {
        assertThat(samples(59)).isEmpty();
        assertThat(samples(60)).isNotEmpty();
    }
}
