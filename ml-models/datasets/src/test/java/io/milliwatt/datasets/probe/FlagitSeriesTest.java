package io.milliwatt.datasets.probe;

import static org.assertj.core.api.Assertions.assertThat;

import io.milliwatt.dsp.soil.quality.IsmnQuality;
import io.milliwatt.dsp.soil.quality.QualityFlag;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The flags that flagit's own tests assert. */
class FlagitSeriesTest {

    private static final List<Set<QualityFlag>> FLAGS = IsmnQuality.flags(FlagitSeries.series(), FlagitSeries.site());

    @ParameterizedTest
    @CsvSource({
        "30, C01 D01 D02 D03 D06",
        "40, D01 D02 D03 D07 D09",
        "62, D01 D03",
        "69, D01 D02 D03",
        "70, C02 C03 D01 D02 D03 D04 D05",
        "99, C03 D01 D02 D03 D10",
        "136, D03 D04 D05",
        "636, G"
    })
    void labelledRowsCarryTheirFlags(int row, String expected) {
        assertThat(FLAGS.get(row).stream().map(Enum::name).sorted().collect(Collectors.joining(" ")))
                .isEqualTo(expected);
    }

    @Test
    void plantedFaultsAreFoundWhereTheyAreAndNotBeside() {
        assertThat(FLAGS.get(29)).doesNotContain(QualityFlag.D06);
        assertThat(FLAGS.get(39)).doesNotContain(QualityFlag.D09);
        assertThat(FLAGS.get(41)).doesNotContain(QualityFlag.D07).contains(QualityFlag.D09);
        assertThat(FLAGS.get(60)).contains(QualityFlag.D08);
        assertThat(FLAGS.get(61)).doesNotContain(QualityFlag.D08);
        assertThat(FLAGS.get(75)).doesNotContain(QualityFlag.D10);
        assertThat(FLAGS.get(79)).doesNotContain(QualityFlag.C03);
        assertThat(FLAGS.get(80)).contains(QualityFlag.C03);
    }

    @Test
    void aMissingReadingHasNoFlagOfMoisture() {
        assertThat(FLAGS).hasSize(696);
        assertThat(FLAGS.get(567)).doesNotContain(QualityFlag.G);
    }
}
