package io.milliwatt.energy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Values worked out by hand on a board whose constants are round numbers. */
class EnergyEstimateTest {

    static final double ROUNDING = 1e-9;

    /** 2 nJ per instruction, 2 V, 10 µA asleep, 1 mA sampling, 1000 mAh of which half is usable, no self-discharge. */
    static BoardProfile roundBoard() {
        Map<Constant, Stated> of = new EnumMap<>(Constant.class);
        double[] values = {100, 1, 2, 2, 10, 1000, 1000, 10, 5, 1000, 100, 1000, 0.5, 0};
        for (Constant constant : Constant.values()) {
            of.put(constant, Stated.of(values[of.size()], "a round number"));
        }
        return new BoardProfile("round", "Round numbers", Core.M4, Sensor.ACCELEROMETER, of, Optional.empty());
    }

    private static DayOfWork day(double instructions, double samplingSeconds) {
        return new DayOfWork(1, instructions, samplingSeconds, 86_400 - samplingSeconds, 0, 0, 0, 0, 0);
    }

    @Test
    void eachPartIsItsWorkTimesItsConstant() {
        DayOfWork day = new DayOfWork(7, 5e9, 1000, 50_000, 3, 200, 40, 1000, 2);
        Map<Part, Double> parts = EnergyEstimate.of(roundBoard(), day).millijoulesPerDay();
        assertThat(parts.get(Part.COMPUTE)).isCloseTo(10_000, within(ROUNDING));
        assertThat(parts.get(Part.SENSOR)).isCloseTo(2000, within(ROUNDING));
        assertThat(parts.get(Part.SLEEP)).isCloseTo(1000, within(ROUNDING));
        assertThat(parts.get(Part.RADIO)).isCloseTo(3 + 2 + 0.2, within(ROUNDING));
        assertThat(parts.get(Part.FLASH)).isCloseTo(1 + 0.2, within(ROUNDING));
    }

    @Test
    void meanPowerIsTheDaysEnergyOverADay() {
        EnergyEstimate estimate = EnergyEstimate.of(roundBoard(), day(0, 86_400));
        assertThat(estimate.meanMilliwatts()).isCloseTo(2, within(ROUNDING));
        assertThat(estimate.totalMillijoulesPerDay()).isCloseTo(172_800, within(1e-6));
    }

    @Test
    void aBatteryLastsItsUsableChargeOverTheLoadsCurrent() {
        double hours = EnergyEstimate.of(roundBoard(), day(0, 86_400)).batteryYears() * 365.25 * 24;
        assertThat(hours).isCloseTo(500, within(1e-6));
    }

    @Test
    void selfDischargeDrawsOnTheBatteryAsALoadDoes() {
        BoardProfile leaking = roundBoard().with(Constant.SELF_DISCHARGE_PER_YEAR, 0.25);
        EnergyEstimate idle = EnergyEstimate.of(leaking, new DayOfWork(0, 0, 0, 0, 0, 0, 0, 0, 0));
        assertThat(idle.batteryYears()).isCloseTo(2, within(ROUNDING));
        assertThat(EnergyEstimate.of(leaking, day(0, 0)).batteryYears()).isLessThan(2);
    }

    @Test
    void moreOfAnyWorkNeverLengthensTheBatterysLife() {
        DayOfWork before = new DayOfWork(1, 1e6, 10, 86_390, 1, 1, 1, 1, 1);
        double years = EnergyEstimate.of(roundBoard(), before).batteryYears();
        assertThat(EnergyEstimate.of(roundBoard(), before.times(1.01)).batteryYears())
                .isLessThan(years);
    }

    @Test
    void theRangeOfCyclesPerInstructionGivesARangeOfLives() {
        EnergyEstimate estimate = EnergyEstimate.of(Boards.M4_BLE, day(1e9, 60));
        assertThat(estimate.batteryYears()).isBetween(estimate.leastBatteryYears(), estimate.mostBatteryYears());
        assertThat(estimate.leastBatteryYears()).isLessThan(estimate.mostBatteryYears());
    }

    @Test
    void everyConstantOfEveryBoardHasASource() {
        assertThat(Boards.all())
                .hasSizeGreaterThanOrEqualTo(3)
                .allSatisfy(board -> assertThat(board.constants())
                        .hasSize(Constant.values().length)
                        .allSatisfy((constant, stated) ->
                                assertThat(stated.source()).hasSizeGreaterThan(10)));
    }

    @Test
    void theProcessorsEnergyIsTheOnePublishedForMlperfTiny() {
        Stated cycle = Boards.M4_BLE.constants().get(Constant.NANOJOULES_PER_CYCLE);
        assertThat(cycle.low()).isEqualTo(0.33);
        assertThat(cycle.high()).isEqualTo(0.35);
        assertThat(cycle.source()).contains("MLPerf Tiny").doesNotContain(Stated.TYPICAL);
    }

    @Test
    void aBoardThatLeavesAConstantOutIsRefused() {
        Map<Constant, Stated> some = new EnumMap<>(roundBoard().constants());
        some.remove(Constant.SLEEP_MICROAMPS);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new BoardProfile("bare", "Bare", Core.M0, Sensor.SOIL_PROBE, some, Optional.empty()))
                .withMessageContaining("whole board asleep");
        assertThatIllegalArgumentException().isThrownBy(() -> new Stated(2, 3, 4, "upside down"));
        assertThatExceptionOfType(EnergyException.class)
                .isThrownBy(() -> Boards.named("m7"))
                .withMessage("There is no board profile 'm7': choose one of m4-ble, m4-lorawan, m0-soil.");
    }

    @Test
    void timeOnAirFollowsTheModemsFormula() {
        // SF7, 125 kHz: 1.024 ms a symbol, 8 · 1.25 / 7 symbols a byte.
        assertThat(new LoraAir(7, 1, 0).microjoulesPerByteSent()).isCloseTo(1462.857, within(0.001));
        assertThat(new LoraAir(7, 1, 0).microjoulesPerFrame()).isCloseTo(20_736 + 13 * 1462.857, within(0.1));
    }
}
