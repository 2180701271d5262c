package io.milliwatt.energy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class LedgerEstimateTest {

    private static final BoardProfile BOARD = Boards.M4_BLE;
    private static final InstructionCounts COUNTS = InstructionCounts.measured();

    /** Half a day of the usual schedule, as a node's counters would tell it. */
    private static LedgerCounts halfADay() {
        return new LedgerCounts(
                72L * 4 * 12_000,
                72 * 4,
                72 * 4,
                144,
                144,
                72L * (79 + 108),
                0,
                72 * 4000L,
                43_200_000 - 72 * 4000L,
                0,
                0);
    }

    @Test
    void aLedgerThatFollowedThePlanCostsWhatThePlanSaid() {
        EnergyEstimate planned = EnergyEstimate.of(
                BOARD, new Workload(Recipes.VIBRATION, Recipes.VIBRATION.usualSchedule()).day(BOARD, COUNTS));
        EnergyEstimate spent = LedgerEstimate.of(BOARD, Recipes.VIBRATION, halfADay(), COUNTS);
        assertThat(spent.totalMillijoulesPerDay())
                .isCloseTo(planned.totalMillijoulesPerDay(), within(planned.totalMillijoulesPerDay() * 1e-4));
        assertThat(spent.day().windows()).isEqualTo(144 * 4);
    }

    @Test
    void whatThePlanDoesNotKnowIsCounted() {
        LedgerCounts busy = new LedgerCounts(
                72L * 4 * 12_000,
                72 * 4,
                72 * 4,
                144,
                144,
                1_000_000,
                50_000,
                72 * 4000L,
                43_200_000 - 72 * 4000L,
                65_536,
                16);
        EnergyEstimate calm = LedgerEstimate.of(BOARD, Recipes.VIBRATION, halfADay(), COUNTS);
        EnergyEstimate more = LedgerEstimate.of(BOARD, Recipes.VIBRATION, busy, COUNTS);
        assertThat(more.millijoulesPerDay().get(Part.RADIO))
                .isGreaterThan(calm.millijoulesPerDay().get(Part.RADIO));
        assertThat(more.millijoulesPerDay().get(Part.FLASH)).isGreaterThan(0);
        assertThat(more.batteryYears()).isLessThan(calm.batteryYears());
    }

    @Test
    void aNodeThatHasJustStartedIsNotProjected() {
        LedgerCounts fresh = new LedgerCounts(12_000, 1, 0, 1, 1, 100, 0, 1000, 0, 0, 0);
        assertThatExceptionOfType(EnergyException.class)
                .isThrownBy(() -> LedgerEstimate.of(BOARD, Recipes.VIBRATION, fresh, COUNTS))
                .withMessage("The node's ledger covers 1 s; an estimate from it needs 10 min.");
    }
}
