package io.milliwatt.firmware;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

/** Bursts as a port sees them through FFM; the small bundle has windows of 100 ms and warms up for one of them. */
class DutyCycleTest {

    private static final DutyCycle THREE_A_MINUTE = new DutyCycle(3, 60);

    @Test
    void aNodeTellsHowLongItsPortMaySleep() {
        try (SmallNode small = new SmallNode(SmallNode.configuration(1).withDutyCycle(THREE_A_MINUTE))) {
            small.quiet(2);
            assertThat(small.node().sleepMillis(small.now())).isZero();
            small.quiet(1);
            assertThat(small.node().sleepMillis(small.now())).isEqualTo(60_000 - 300);
            small.waitMillis(59_700);
            assertThat(small.node().sleepMillis(small.now())).isZero();
        }
    }

    @Test
    void theLedgerOfAnHourAddsUp() {
        try (SmallNode small = new SmallNode(SmallNode.configuration(1).withDutyCycle(THREE_A_MINUTE))) {
            for (int burst = 0; burst < 60; burst++) {
                small.quiet(3);
                small.waitMillis(small.node().sleepMillis(small.now()));
            }
            small.frames();
            NodeLedger ledger = small.node().ledger();
            assertThat(ledger.windows()).isEqualTo(180);
            assertThat(ledger.samples()).isEqualTo(18_000);
            assertThat(ledger.judgedWindows()).isBetween(110L, 120L);
            assertThat(ledger.framesSent()).isEqualTo(ledger.framesBuilt()).isEqualTo(60 + 120);
            assertThat(ledger.bytesSent()).isBetween(180 * 60L, 180 * 120L);
            assertThat(ledger.awakeMillis() + ledger.asleepMillis()).isBetween(3_500_000L, 3_600_000L);
            assertThat(ledger.awakeMillis()).isBetween(17_900L, 18_000L);
            assertThat(ledger.burstWindows()).isEqualTo(3);
            assertThat(ledger.burstIntervalSeconds()).isEqualTo(60);
        }
    }

    @Test
    void damageIsReportedWithinTheBurstThatMeetsIt() {
        try (SmallNode small = new SmallNode(SmallNode.configuration(1).withDutyCycle(new DutyCycle(3, 60)))) {
            for (int burst = 0; burst < 10; burst++) {
                small.quiet(3);
                small.waitMillis(small.node().sleepMillis(small.now()));
            }
            long before = small.node().ledger().windows();
            for (int window = 0; window < 60; window++) {
                small.waitMillis(small.node().sleepMillis(small.now()));
                small.impulsive(1);
            }
            assertThat(small.frames().getFirst()[0]).isEqualTo((byte) 0xA8);
            assertThat(small.node().ledger().windows() - before).isEqualTo(60);
            assertThat(small.node().localAlarmSignal(small.now())).isFalse();
            assertThat(small.node().localAlarmSignal(small.now() + 60_000)).isTrue();
        }
    }

    @Test
    void aBurstOfOneWindowIsRefusedBecauseItWouldJudgeNothing() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new DutyCycle(1, 60))
                .withMessageContaining("not 1 every 60 s");
        assertThatIllegalArgumentException().isThrownBy(() -> new DutyCycle(2, 1_000_001));
        assertThatIllegalArgumentException().isThrownBy(() -> new DutyCycle(0, 60));
    }

    @Test
    void aContinuousNodeNeverSleeps() {
        try (SmallNode small = new SmallNode(SmallNode.configuration(1))) {
            small.quiet(20);
            assertThat(small.node().sleepMillis(small.now())).isZero();
            assertThat(small.node().ledger().asleepMillis()).isZero();
            assertThat(small.node().ledger().windows()).isEqualTo(20);
        }
    }
}
