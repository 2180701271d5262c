package io.milliwatt.training.soil.season;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.milliwatt.datasets.RecordingFolder;
import io.milliwatt.datasets.field.FieldFiles;
import io.milliwatt.datasets.field.FieldSeason;
import io.milliwatt.datasets.recording.RecordingException;
import io.milliwatt.dsp.soil.balance.FieldDay;
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
        SeasonOutcome farm = new SeasonReplay(season("test01", "cottonwet2013")).farm(1);
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
                season.start(), season.crop(), season.soil(), season.settings(), days, season.irrigationFromRecord());
        assertThat(decisions(other, known)).isEqualTo(before);
        assertThat(before).anyMatch(water -> water > 0);
    }

    @Test
    void ourScheduleLeavesLessStressThanTheFarmsWithLessWaterOnADryTreatment() throws RecordingException {
        Comparison dry = Comparison.of("cottondry2013", season("test01", "cottondry2013"), 1);
        assertThat(dry.saved(dry.allocated())).isGreaterThan(0.15);
        assertThat(dry.allocated().stressDays()).isLessThan(dry.farm().stressDays());
        assertThat(dry.calendar().stressDays()).isGreaterThan(dry.allocated().stressDays());
    }

    private static List<Double> decisions(FieldSeason season, int days) {
        List<Double> decided = new ArrayList<>();
        Schedule ours = new Schedules.Foreseeing(0.9, 0.7, 0.8, 10, Double.POSITIVE_INFINITY);
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
        new SeasonReplay(season).run(spy, 1, 1);
        return decided;
    }

    private static FieldSeason season(String test, String name) throws RecordingException {
        var folder = RecordingFolder.find(FOLDER);
        Assumptions.assumeTrue(folder.isPresent(), RecordingFolder.absence(FOLDER));
        return FieldSeason.load(new FieldFiles(folder.orElseThrow()), test, name);
    }
}
