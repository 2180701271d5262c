package io.milliwatt.training.soil.season;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.milliwatt.datasets.RecordingFolder;
import io.milliwatt.datasets.field.FieldFiles;
import io.milliwatt.datasets.field.FieldSeason;
import io.milliwatt.datasets.recording.RecordingException;
import io.milliwatt.dsp.soil.balance.FieldDay;
import io.milliwatt.dsp.soil.plan.YieldResponse;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

class SeasonReplayTest {
    private static final String FOLDER = "soil/pyfao56-fields";
    private static final double PRINTED_MILLIMETRES = 0.01;

    /** The farm's water on the tabled field is the very run that pyfao56 published: 945.7 mm and 57.708 mm of percolation. */
    @Test
    void theFarmsWaterGivesTheRecordedSeason() throws RecordingException {
        SeasonOutcome farm = replay(season("test01", "cottonwet2013")).farm(1);
        assertThat(farm.irrigation()).isCloseTo(945.7, within(PRINTED_MILLIMETRES));
        assertThat(farm.percolation()).isCloseTo(57.708, within(PRINTED_MILLIMETRES));
    }

    /** A schedule that looked ahead would decide otherwise once the days to come are shuffled. */
    @Test
    void ourScheduleDoesNotKnowTheFuture() throws RecordingException {
        FieldSeason season = season("test01", "cottonwet2013");
        int known = 70;
        List<Double> before = decisions(season, known);
        List<FieldDay> days = new ArrayList<>(season.days());
        Collections.reverse(days.subList(known, days.size()));
        FieldSeason other = new FieldSeason(
                season.station(),
                season.start(),
                season.crop(),
                season.soil(),
                season.settings(),
                days,
                season.irrigationFromRecord());
        assertThat(decisions(other, known)).isEqualTo(before);
        assertThat(before).anyMatch(water -> water > 0);
    }

    @Test
    void ourScheduleSavesASixthOnADryTreatmentAtFewerStressDaysAndTheSameTranspiration() throws RecordingException {
        Comparison dry = compare("cottondry2013");
        assertThat(dry.saved(dry.saving())).isGreaterThan(0.15);
        assertThat(dry.saving().stressDays()).isLessThan(dry.farm().stressDays());
        assertThat(dry.saving().transpiration()).isGreaterThan(0.98 * dry.farm().transpiration());
        assertThat(dry.calendar().stressDays()).isGreaterThan(dry.saving().stressDays());
    }

    /** What is reckoned to be the least really is: nothing that was run came below it with the farm's transpiration. */
    @Test
    void noScheduleComesBelowTheArithmeticOfTheFarmsTranspiration() throws RecordingException {
        for (String name : List.of("cottondry2013", "cottonwet2013")) {
            Comparison season = compare(name);
            for (SeasonOutcome outcome : List.of(season.farm(), season.refill(), season.spared(), season.saving())) {
                if (outcome.transpiration() >= season.farm().transpiration()) {
                    assertThat(outcome.irrigation()).as(name).isGreaterThan(season.leastWater());
                }
            }
        }
    }

    private static Comparison compare(String name) throws RecordingException {
        FieldSeason season = season("test01", name);
        return Comparison.of(name, season, EarlierYears.of(season, List.of()), 1);
    }

    private static SeasonReplay replay(FieldSeason season) {
        return new SeasonReplay(season, YieldResponse.COTTON);
    }

    private static List<Double> decisions(FieldSeason season, int days) throws RecordingException {
        List<Double> decided = new ArrayList<>();
        Schedule ours = new PlannedSchedule("ours", YieldResponse.COTTON, EarlierYears.of(season, List.of()), 800, 20);
        Schedule spy = new Schedule() {
            @Override
            public String name() {
                return "spy";
            }

            @Override
            public double water(Morning morning) {
                double water = ours.water(morning);
                if (morning.day() < days) {
                    decided.add(water);
                }
                return water;
            }
        };
        replay(season).run(spy, 1, 1);
        return decided;
    }

    private static FieldSeason season(String test, String name) throws RecordingException {
        var folder = RecordingFolder.find(FOLDER);
        Assumptions.assumeTrue(folder.isPresent(), RecordingFolder.absence(FOLDER));
        return FieldSeason.load(new FieldFiles(folder.orElseThrow()), test, name);
    }
}
