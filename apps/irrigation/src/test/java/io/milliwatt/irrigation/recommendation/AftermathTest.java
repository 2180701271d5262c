package io.milliwatt.irrigation.recommendation;

import static io.milliwatt.irrigation.TestFarm.at;
import static io.milliwatt.irrigation.TestFarm.readings;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.milliwatt.irrigation.TestFarm;
import io.milliwatt.irrigation.ledger.Entry;
import io.milliwatt.irrigation.ledger.Evidence;
import io.milliwatt.irrigation.probe.DepthReading;
import io.milliwatt.irrigation.probe.ReadingFlag;
import io.milliwatt.irrigation.reason.Reason;
import io.milliwatt.irrigation.reason.ReasonCode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AftermathTest {
    private static final LocalDate DAY = LocalDate.of(2026, 6, 12);
    private static final Instant START = at(DAY, 22, 0);
    private static final Instant END = at(DAY.plusDays(1), 1, 0);

    @Test
    void aProbeThatRisesConfirmsTheWater() {
        Outcome outcome = judge(180, 20, 24, Set.of());
        assertThat(outcome.rise()).isEqualTo(Outcome.Rise.ROSE);
        assertThat(outcome.appliedMillimetres()).isCloseTo(18, within(1e-9));
        assertThat(outcome.reasons())
                .extracting(Reason::sentence)
                .contains("The probe rose by 4 % by volume at 15 cm.", "The flow meter counted 180 m³.");
    }

    @Test
    void waterThatDoesNotArriveIsAnAlarm() {
        Outcome outcome = judge(180, 20, 20.2, Set.of());
        assertThat(outcome.alarms()).isTrue();
        assertThat(outcome.reasons()).extracting(Reason::code).contains(ReasonCode.MOISTURE_NOT_RISING);
    }

    @Test
    void flaggedReadingsAndLittleWaterAreNotJudged() {
        assertThat(judge(180, 20, 24, Set.of(ReadingFlag.SPIKE)).rise()).isEqualTo(Outcome.Rise.NOT_JUDGED);
        assertThat(judge(20, 20, 20, Set.of()).rise()).isEqualTo(Outcome.Rise.NOT_JUDGED);
    }

    private static Outcome judge(double cubicMetres, double before, double after, Set<ReadingFlag> flagsAfter) {
        List<DepthReading> readings = new ArrayList<>(readings(START, before, Set.of()));
        readings.addAll(readings(END.plusSeconds(6 * 3600), after, flagsAfter));
        Entry.Watering watering = TestFarm.watering("r1", START, END, cubicMetres, Evidence.METERED);
        return Aftermath.judge(TestFarm.zone(), 18, watering, Optional.of(TestFarm.PROBE), readings, List.of());
    }
}
