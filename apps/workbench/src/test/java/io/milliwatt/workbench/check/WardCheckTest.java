package io.milliwatt.workbench.check;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.milliwatt.workbench.check.WardCheck.Patience;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The messages are those of the monitoring station's live connection. */
class WardCheckTest {
    private static final Instant READY = Instant.parse("2026-11-01T12:00:00Z");
    private static final Instant SHOWN = READY.plusMillis(31_200);
    private static final Patience NONE = new Patience(Duration.ZERO, Duration.ZERO, Duration.ZERO);

    private final WallLog wall = new WallLog();
    private final WardCheck check =
            new WardCheck(wall, Map.of("4", "P-AAAAAAAA", "7", "P-BBBBBBBB"), "4", NONE, Clock.systemUTC());

    @Test
    void aBedWithoutSignalIsNamed() throws Exception {
        signalOf("P-AAAAAAAA");

        WardReport report = WardReport.of(check, READY);

        assertThat(report.ok()).isFalse();
        assertThat(report.failedPart()).isEqualTo("signal");
        assertThat(report.finding()).contains("from bed 7;");
    }

    @Test
    void theCrisisOfAnotherBedIsNotTheOneExpected() throws Exception {
        signalOf("P-AAAAAAAA");
        signalOf("P-BBBBBBBB");
        tell("""
                {"type":"event","event":{"patientId":"P-BBBBBBBB","label":"asystole","level":"crisis",
                 "onsetAt":"2026-11-01T12:00:30Z","endAt":null}}""");
        tell("""
                {"type":"event","event":{"patientId":"P-AAAAAAAA","label":"ventricular-couplet","level":"advisory",
                 "onsetAt":"2026-11-01T12:00:30Z","endAt":null}}""");

        assertThat(WardReport.of(check, READY).failedPart()).isEqualTo("event");
    }

    @Test
    void anEventThatCallsNobodyIsNotEnough() throws Exception {
        crisisOfBed4();

        WardReport report = WardReport.of(check, READY);

        assertThat(report.failedPart()).isEqualTo("alarm");
        assertThat(report.finding()).contains("bed 4").contains("no alarm of high priority");
    }

    @Test
    void signalEventAndAlarmTogetherAreAWardThatWorks() throws Exception {
        crisisOfBed4();
        tell("""
                {"type":"alarm","alarm":{"patientId":"P-AAAAAAAA","rule":"ventricular-tachycardia","priority":"high",
                 "state":"active-unacknowledged"}}""");

        WardReport report = WardReport.of(check, READY);

        assertThat(report.ok()).isTrue();
        assertThat(report.failedPart()).isNull();
        assertThat(report.alarmSecondsAfterReady()).isEqualTo(31.2);
        assertThat(report.event()).isEqualTo(new Latencies(1, 200, 200, 200, 200));
        assertThat(report.signal().count()).isEqualTo(2);
        assertThat(report.signal().p50()).isEqualTo(200);
    }

    private void crisisOfBed4() throws IOException {
        signalOf("P-AAAAAAAA");
        signalOf("P-BBBBBBBB");
        tell("""
                {"type":"event","event":{"patientId":"P-AAAAAAAA","label":"ventricular-tachycardia","level":"crisis",
                 "onsetAt":"2026-11-01T12:00:31Z","endAt":null}}""");
    }

    /** Two samples that end 200 ms before they are shown. */
    private void signalOf(String patient) throws IOException {
        tell("""
                {"type":"wave","patientId":"%s","t":%d,"sampleRateHz":2.0,"counts":[1,2]}""".formatted(patient, SHOWN.toEpochMilli() - 1200));
    }

    private void tell(String message) throws IOException {
        wall.take(new ObjectMapper().readTree(message), SHOWN);
    }
}
