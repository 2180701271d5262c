package io.milliwatt.energy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class WorkloadTest {

    private static final InstructionCounts COUNTS = InstructionCounts.of(
            "# comment\nsteps m4 - 900 other 3\nend m4 99 90 # more\n\nmodel m4 - 10\nframe m4 - 20\nframe-bytes m4 - 80\nwaveform m4 - 9\nwaveform-bytes m4 - 24000\nsteps m0 - 1\nend m0 7 -\n");

    /** Windows of 2 s; one settles, two of three vote. */
    private static final RecipeWork RECIPE = new RecipeWork(
            "test",
            "The test recipe",
            Sensor.ACCELEROMETER,
            2,
            1000,
            "steps",
            1,
            Optional.of("end"),
            Optional.of("model"),
            1,
            2,
            new RecipeWork.Span(1, 3),
            List.of(new FrameLoad("features", "frame", 2), new FrameLoad("status", "frame", 0.5)),
            new Schedule(3, 600));

    private static Workload every(int windows, long seconds) {
        return new Workload(RECIPE, new Schedule(windows, seconds));
    }

    @Test
    void aDayOfBurstsIsTheirNumberTimesOne() {
        DayOfWork day = every(3, 600).day(EnergyEstimateTest.roundBoard(), COUNTS);
        assertThat(day.windows()).isEqualTo(144 * 3);
        assertThat(day.instructions()).isEqualTo(144 * (3 * 1000 + 2.5 * 20));
        assertThat(day.samplingSeconds()).isEqualTo(144 * 6);
        assertThat(day.sleepingSeconds()).isEqualTo(86_400 - 144 * 6);
        assertThat(day.framesSent()).isEqualTo(144 * 2.5);
        assertThat(day.bytesSent()).isEqualTo(144 * 2.5 * 80);
    }

    @Test
    void continuousSamplingNeverSleepsAndReportsEachMinute() {
        DayOfWork day = new Workload(RECIPE, Schedule.CONTINUOUS).day(EnergyEstimateTest.roundBoard(), COUNTS);
        assertThat(day.windows()).isEqualTo(43_200);
        assertThat(day.sleepingSeconds()).isZero();
        assertThat(day.framesSent()).isEqualTo(1440 * 2.5);
    }

    @Test
    void workThatNobodyCountedIsRefusedWithWhatToDo() {
        BoardProfile board = Boards.M0_SOIL;
        assertThatExceptionOfType(EnergyException.class)
                .isThrownBy(() -> every(3, 600).day(board, COUNTS))
                .withMessage(
                        "There is no energy estimate for The test recipe on a Cortex-M0, because nobody has counted"
                                + " 'end' there: add it to device-firmware/bench and run ./milliwatt firmware bench.");
    }

    @Test
    void aProcessorThatCannotKeepUpIsRefused() {
        assertThatExceptionOfType(EnergyException.class)
                .isThrownBy(() -> new Workload(Recipes.VIBRATION, Recipes.VIBRATION.usualSchedule())
                        .day(Boards.M0_SOIL, InstructionCounts.measured()))
                .withMessageContaining("cannot run on Cortex-M0 soil probe")
                .withMessageContaining("s of computing at 16 MHz");
    }

    @Test
    void aBoardWithAnotherSensorIsRefused() {
        assertThatExceptionOfType(EnergyException.class)
                .isThrownBy(() -> new Workload(Recipes.SOIL, Recipes.SOIL.usualSchedule())
                        .day(Boards.M4_BLE, InstructionCounts.measured()))
                .withMessage(
                        "Soil readings: this work is for a soil probe, and the constants of m4-ble are those of an accelerometer;"
                                + " choose another board profile.");
    }

    @Test
    void aFrameTooLongForTheRadioIsRefused() {
        RecipeWork chatty = new RecipeWork(
                "chatty",
                "Chatty",
                Sensor.ACCELEROMETER,
                2,
                1000,
                "steps",
                1,
                Optional.of("end"),
                Optional.of("model"),
                1,
                2,
                new RecipeWork.Span(1, 1),
                List.of(new FrameLoad("waveform", "waveform", 1)),
                new Schedule(3, 600));
        assertThatExceptionOfType(EnergyException.class)
                .isThrownBy(() -> new Workload(chatty, new Schedule(3, 600)).day(Boards.M4_LORAWAN, COUNTS))
                .withMessage("A waveform frame has 24000 bytes, and this radio takes 222 at most; choose another board"
                        + " profile.");
    }

    @Test
    void burstsThatJudgeNothingOrNeverEndAreRefused() {
        assertThatExceptionOfType(EnergyException.class)
                .isThrownBy(() -> every(1, 600))
                .withMessageContaining("use 2 or more");
        assertThatExceptionOfType(EnergyException.class)
                .isThrownBy(() -> every(31, 60))
                .withMessageContaining("sample continuously instead");
        assertThatExceptionOfType(EnergyException.class).isThrownBy(() -> new Schedule(3, 0));
    }

    @Test
    void delayIsTheWaitForABurstAndTheWindowsThatVote() {
        DetectionDelay enough = every(4, 600).delay();
        // Half an interval, a settling window, one that shows and one more vote; three that show at worst.
        assertThat(enough.expectedSeconds()).isCloseTo(300 + 3 * 2, within(1e-9));
        assertThat(enough.worstSeconds()).isCloseTo(600 + 5 * 2, within(1e-9));
        // With two judged windows a burst, damage that shows in the third one needs a second burst.
        assertThat(every(3, 600).delay().worstSeconds()).isCloseTo(1200 + 3 * 2, within(1e-9));
        assertThat(new Workload(RECIPE, Schedule.CONTINUOUS).delay().expectedSeconds())
                .isCloseTo(5, within(1e-9));
    }

    @Test
    void aBenchLineWithoutACountIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> InstructionCounts.of("steps m4 - \n"));
        assertThatIllegalArgumentException().isThrownBy(() -> InstructionCounts.of("steps m4 - -5\n"));
    }

    @Test
    void durationsAreSaidAsPeopleSayThem() {
        assertThat(new Schedule(3, 45).words()).isEqualTo("3 windows every 45 s");
        assertThat(new Schedule(1, 900).words()).isEqualTo("1 window every 15 min");
        assertThat(new Schedule(3, 3600).interval()).isEqualTo("1 h");
        assertThat(new Schedule(3, 86_400).interval()).isEqualTo("1 d");
        assertThat(Durations.words(90)).isEqualTo("90 s");
        assertThat(Durations.words(5400)).isEqualTo("90 min");
    }
}
