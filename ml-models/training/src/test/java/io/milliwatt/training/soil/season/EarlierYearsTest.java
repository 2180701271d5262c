package io.milliwatt.training.soil.season;

import static org.assertj.core.api.Assertions.assertThat;

import io.milliwatt.datasets.RecordingFolder;
import io.milliwatt.datasets.field.FieldFiles;
import io.milliwatt.datasets.field.FieldSeason;
import io.milliwatt.datasets.field.FieldWeather;
import io.milliwatt.datasets.recording.RecordingException;
import io.milliwatt.dsp.soil.balance.DualCropBalance;
import io.milliwatt.dsp.soil.balance.FieldDay;
import io.milliwatt.dsp.soil.balance.Irrigation;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** Maricopa, eighteen years, of which ten lie before the season of 2013. */
class EarlierYearsTest {
    private static final int LAST_DAY = 154;

    @Test
    void onlyYearsBeforePlantingCount() throws RecordingException {
        FieldSeason season = season();
        FieldWeather all = years();
        FieldWeather before = new FieldWeather(
                all.station(),
                all.reference(),
                all.windHeightMetres(),
                all.days().headMap(LocalDate.of(2013, 1, 1)));
        List<FieldDay> usual = EarlierYears.of(season, List.of(all)).ahead(morning(season, 0));
        assertThat(usual)
                .hasSize(LAST_DAY + 1)
                .isEqualTo(EarlierYears.of(season, List.of(before)).ahead(morning(season, 0)));
        assertThat(usual).isNotEqualTo(season.days().subList(0, LAST_DAY + 1));
    }

    /** A June day at Maricopa asks for 7 to 10 mm, and two dry months bring a few mm of rain. */
    @Test
    void aUsualDayLooksLikeThePlace() throws RecordingException {
        FieldSeason season = season();
        List<FieldDay> usual = EarlierYears.of(season, List.of(years())).ahead(morning(season, 0));
        assertThat(usual.get(60).reference()).isBetween(7.0, 10.0);
        assertThat(usual.subList(0, 60).stream().mapToDouble(FieldDay::rain).sum())
                .isBetween(1.0, 15.0);
    }

    @Test
    void theLastDaysGoOnWhereNoEarlierYearIsKnown() throws RecordingException {
        FieldSeason season = season();
        FieldWeather all = years();
        FieldWeather later = new FieldWeather(
                all.station(),
                all.reference(),
                all.windHeightMetres(),
                all.days().tailMap(LocalDate.of(2012, 1, 1)));
        EarlierYears usual = EarlierYears.of(season, List.of(later));
        assertThat(usual.known()).isFalse();
        Morning morning = morning(season, 60);
        List<FieldDay> ahead = usual.ahead(morning);
        assertThat(ahead).hasSize(LAST_DAY + 1 - 60);
        assertThat(ahead.getFirst().reference())
                .isBetween(
                        0.95 * morning.usualDay().reference(),
                        1.05 * morning.usualDay().reference());
        assertThat(ahead.getLast().reference()).isLessThan(ahead.getFirst().reference());
    }

    private static Morning morning(FieldSeason season, int day) {
        DualCropBalance balance = new DualCropBalance(season.crop(), season.soil(), season.settings());
        return new Morning(
                day,
                season.days().subList(0, day),
                balance.start(),
                1,
                balance,
                season.crop(),
                new Irrigation(1, 1, 1),
                60,
                LAST_DAY);
    }

    private static FieldSeason season() throws RecordingException {
        return FieldSeason.load(new FieldFiles(folder("soil/pyfao56-fields")), "test01", "cottonwet2013");
    }

    private static FieldWeather years() throws RecordingException {
        return FieldWeather.read(folder("soil/azmet-maricopa-refet").resolve("AZMET_Maricopa_ETo.wth.gz"));
    }

    private static Path folder(String name) {
        var folder = RecordingFolder.find(name);
        Assumptions.assumeTrue(folder.isPresent(), RecordingFolder.absence(name));
        return folder.orElseThrow();
    }
}
