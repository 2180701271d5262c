package io.milliwatt.ecg.summary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.milliwatt.ecg.signal.Beat;
import io.milliwatt.telemetry.BeatClass;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a report tells of some hours; all figures were worked out by hand. */
class MonitoringSummaryTest {

    private static final Instant START = Instant.parse("2026-11-28T09:30:00Z");
    private static final long INTERVAL_MILLIS = 800;

    private static Beat beat(long node, Instant at, BeatClass beatClass, boolean abstained, boolean inFibrillation) {
        return new Beat(node, at, beatClass, 1, abstained, inFibrillation, false, false, 1);
    }

    private static List<Beat> beats(long node, Instant from, int count, BeatClass beatClass, boolean inFibrillation) {
        List<Beat> beats = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            beats.add(beat(node, from.plusMillis(i * INTERVAL_MILLIS), beatClass, false, inFibrillation));
        }
        return beats;
    }

    @Test
    void hoursAreThoseOfTheClockAndTheWholeIsTheirSum() {
        List<Beat> beats = new ArrayList<>(beats(7, START, 100, BeatClass.NORMAL, false));
        beats.addAll(beats(7, START.plus(Duration.ofMinutes(40)), 50, BeatClass.VENTRICULAR, false));
        MonitoringSummary summary = MonitoringSummary.of(START, START.plus(Duration.ofHours(2)), beats, List.of());
        assertThat(summary.hours())
                .extracting(Stretch::from)
                .containsExactly(START, Instant.parse("2026-11-28T10:00:00Z"), Instant.parse("2026-11-28T11:00:00Z"));
        assertThat(summary.hours()).extracting(Stretch::counted).containsExactly(100L, 50L, 0L);
        assertThat(summary.whole().beats()).isEqualTo(Map.of(BeatClass.NORMAL, 100L, BeatClass.VENTRICULAR, 50L));
        assertThat(summary.hours().getLast().fibrillationShare()).isEmpty();
        assertThat(summary.hours().getLast().variability()).isEmpty();
    }

    /** 99 intervals of 0.8 s without, then a gap, then 99 with: the gap is neither. */
    @Test
    void theBurdenOfFibrillationIsAShareOfWhatWasAnalysedAndAGapIsNot() {
        List<Beat> beats = new ArrayList<>(beats(7, START, 100, BeatClass.NORMAL, false));
        beats.addAll(beats(7, START.plus(Duration.ofMinutes(10)), 100, BeatClass.NORMAL, true));
        Stretch whole = MonitoringSummary.of(START, START.plus(Duration.ofMinutes(20)), beats, List.of())
                .whole();
        assertThat(whole.analysed()).isEqualTo(Duration.ofMillis(2 * 99 * INTERVAL_MILLIS));
        assertThat(whole.inFibrillation()).isEqualTo(Duration.ofMillis(99 * INTERVAL_MILLIS));
        assertThat(whole.fibrillationShare().orElseThrow()).isEqualTo(0.5);
    }

    /** In poor signal a node tells beats as unclassifiable and abstains: they must never look like an arrhythmia. */
    @Test
    void whatTheNodeWasNotSureOfCountsAsNoClass() {
        List<Beat> beats = new ArrayList<>(beats(7, START, 10, BeatClass.NORMAL, false));
        beats.add(beat(7, START.plusSeconds(9), BeatClass.UNCLASSIFIABLE, true, false));
        beats.add(beat(7, START.plusSeconds(10), BeatClass.VENTRICULAR, true, false));
        Stretch whole = MonitoringSummary.of(START, START.plusSeconds(60), beats, List.of())
                .whole();
        assertThat(whole.beats()).isEqualTo(Map.of(BeatClass.NORMAL, 10L));
        assertThat(whole.unsure()).isEqualTo(2);
        assertThat(whole.counted()).isEqualTo(10);
    }

    /** Ten beats, one in poor signal, ten more: the two intervals at the one are not analysed. */
    @Test
    void whatIsTooPoorToTellIsNotAnalysed() {
        List<Beat> beats = new ArrayList<>(beats(7, START, 10, BeatClass.NORMAL, true));
        beats.add(beat(7, START.plusMillis(8000), BeatClass.UNCLASSIFIABLE, true, false));
        beats.addAll(beats(7, START.plusMillis(8800), 10, BeatClass.NORMAL, true));
        Stretch whole = MonitoringSummary.of(START, START.plusSeconds(60), beats, List.of())
                .whole();
        assertThat(whole.analysed()).isEqualTo(Duration.ofMillis(18 * INTERVAL_MILLIS));
        assertThat(whole.fibrillationShare().orElseThrow()).isEqualTo(1);
    }

    @Test
    void pacedBeatsAreCountedWhateverTheirClass() {
        List<Beat> beats = List.of(
                new Beat(7, START, BeatClass.UNCLASSIFIABLE, 1, false, false, true, false, 1),
                new Beat(7, START.plusSeconds(1), BeatClass.NORMAL, 1, false, false, true, false, 1),
                new Beat(7, START.plusSeconds(2), BeatClass.NORMAL, 1, false, false, false, false, 1));
        Stretch whole = MonitoringSummary.of(START, START.plusSeconds(60), beats, List.of())
                .whole();
        assertThat(whole.paced()).isEqualTo(2);
        assertThat(whole.counted()).isEqualTo(3);
    }

    @Test
    void twoNodesThatHearTheSameHeartCountItOnce() {
        List<Beat> beats = new ArrayList<>(beats(7, START, 100, BeatClass.NORMAL, false));
        beats.addAll(beats(8, START.plusMillis(20), 90, BeatClass.SUPRAVENTRICULAR, false));
        Stretch whole = MonitoringSummary.of(START, START.plusSeconds(100), beats, List.of())
                .whole();
        assertThat(whole.beats()).isEqualTo(Map.of(BeatClass.NORMAL, 100L));
    }

    @Test
    void theHeartRateSpansItsMinutes() {
        List<HeartRate> minutes = List.of(
                new HeartRate(START.plusSeconds(60), 70, 80, 95),
                new HeartRate(START, 60, 66, 72),
                new HeartRate(START.plusSeconds(7200), 10, 10, 10));
        Stretch whole = MonitoringSummary.of(START, START.plusSeconds(3600), List.of(), minutes)
                .whole();
        assertThat(whole.rate()).contains(new HeartRate(START, 60, 73, 95));
    }

    /** Intervals of 780 and 820 ms in turn: every difference is 40 ms, and the deviation is 20 ms but for n − 1. */
    @Test
    void variabilityIsThatOfTheSinusBeats() {
        List<Beat> beats = new ArrayList<>();
        Instant at = START;
        for (int i = 0; i < 200; i++) {
            beats.add(beat(7, at, BeatClass.NORMAL, false, false));
            at = at.plusMillis(i % 2 == 0 ? 780 : 820);
        }
        Stretch whole = MonitoringSummary.of(START, START.plusSeconds(200), beats, List.of())
                .whole();
        assertThat(whole.variability().orElseThrow().rmssdMillis()).isEqualTo(40, within(1e-9));
        assertThat(whole.variability().orElseThrow().sdnnMillis()).isEqualTo(20, within(0.1));
    }
}
