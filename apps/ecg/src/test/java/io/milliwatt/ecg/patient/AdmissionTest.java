package io.milliwatt.ecg.patient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Which node was on a patient when, and what alarms are about. */
class AdmissionTest {

    private static final Instant START = Instant.parse("2026-11-28T22:00:00Z");
    private static final Admission STAY = new Admission(
            1,
            "P-00000000",
            new Bed("3-12", "CCU"),
            START,
            Optional.empty(),
            List.of(
                    new Assignment(7, START, Optional.of(START.plusSeconds(60))),
                    new Assignment(8, START.plusSeconds(60), Optional.empty())));

    @Test
    void aNodeCoversItsTimeFromTheFirstInstantToBeforeTheLast() {
        Assignment past = STAY.assignments().getFirst();
        assertThat(past.covers(START)).isTrue();
        assertThat(past.covers(START.plusSeconds(60))).isFalse();
        assertThat(past.covers(START.minusMillis(1))).isFalse();
        assertThat(STAY.nodes()).containsExactly(8L);
    }

    @Test
    void recordingsAreCutToTheTimeOnThePatient() {
        assertThat(STAY.recordings(START.minusSeconds(100), START.plusSeconds(90)))
                .containsExactly(
                        new Recording(7, START, START.plusSeconds(60)),
                        new Recording(8, START.plusSeconds(60), START.plusSeconds(90)));
        assertThat(STAY.recordings(START.minusSeconds(100), START)).isEmpty();
        assertThat(STAY.recordings(START.plusSeconds(10), START.plusSeconds(20)))
                .containsExactly(new Recording(7, START.plusSeconds(10), START.plusSeconds(20)));
    }

    @Test
    void alarmSourcesAreReadAsTheyWereWritten() {
        assertThat(STAY.alarmSources()).containsExactly("P-00000000", "P-00000000/7", "P-00000000/8");
        assertThat(AlarmSource.parse("P-00000000/8"))
                .isEqualTo(new AlarmSource(Optional.of("P-00000000"), OptionalLong.of(8)));
        assertThat(AlarmSource.parse("P-00000000").node()).isEmpty();
        assertThat(AlarmSource.parse(AlarmSource.unassigned(9)))
                .isEqualTo(new AlarmSource(Optional.empty(), OptionalLong.of(9)));
    }

    @Test
    void pseudonymsAreDrawnAtRandomAndKnownByTheirForm() {
        assertThat(Stream.generate(Pseudonym::draw).limit(1000).collect(Collectors.toSet()))
                .hasSize(1000)
                .allMatch(Pseudonym::isOne);
        assertThat(Pseudonym.isOne("P-0000000O")).isFalse();
        assertThatThrownBy(() -> new Bed("", "CCU")).hasMessageContaining("bed is ''");
    }
}
