package io.milliwatt.vibration.energy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.milliwatt.energy.Boards;
import io.milliwatt.energy.Schedule;
import io.milliwatt.telemetry.Ledger;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class NodeEnergyTest {

    private static Ledger ledger(long awakeMillis, long asleepMillis, long burstWindows, long intervalSeconds) {
        long windows = awakeMillis / 1000;
        return new Ledger(List.of(
                windows * 12_000,
                windows,
                windows,
                windows,
                windows,
                windows * 82,
                0L,
                awakeMillis,
                asleepMillis,
                0L,
                0L,
                burstWindows,
                intervalSeconds));
    }

    @Test
    void theNewestBootTellsTheScheduleAndAllTellTheWork() {
        NodeLedger sum = NodeLedger.sum(List.of(ledger(1000, 9000, 4, 600), ledger(5000, 0, 0, 0)));
        assertThat(sum.schedule()).isEqualTo(new Schedule(4, 600));
        assertThat(sum.counts().windows()).isEqualTo(6);
        assertThat(sum.counts().asleepMillis()).isEqualTo(9000);
    }

    @Test
    void aNodeThatNeverSleepsSpendsWhatContinuousSamplingCosts() {
        NodeEnergy assumed = NodeEnergy.of(Optional.empty(), Boards.M4_BLE);
        NodeEnergy counted =
                NodeEnergy.of(Optional.of(NodeLedger.sum(List.of(ledger(3_600_000, 0, 0, 0)))), Boards.M4_BLE);
        assertThat(counted.counted()).isTrue();
        assertThat(counted.estimate().meanMilliwatts())
                .isCloseTo(assumed.estimate().meanMilliwatts(), within(1.0));
        assertThat(counted.plan()).startsWith("One burst every 10 min: ");
    }

    @Test
    void senselessLedgersDoNoHarm() {
        Ledger huge = ledger(Long.MAX_VALUE / 4, 5, 70_000, 0);
        NodeLedger sum = NodeLedger.sum(List.of(huge, huge, huge, huge, huge));
        assertThat(sum.schedule()).isEqualTo(Schedule.CONTINUOUS);
        assertThat(sum.counts().awakeMillis()).isEqualTo(Long.MAX_VALUE);
        assertThat(NodeEnergy.of(Optional.of(NodeLedger.sum(List.of(new Ledger(List.of())))), Boards.M4_BLE)
                        .counted())
                .isFalse();
        assertThat(NodeEnergy.of(Optional.of(sum), Boards.M4_BLE).estimate().batteryYears())
                .isPositive();
    }
}
