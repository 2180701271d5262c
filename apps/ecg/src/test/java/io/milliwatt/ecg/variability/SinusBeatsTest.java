package io.milliwatt.ecg.variability;

import static org.assertj.core.api.Assertions.assertThat;

import io.milliwatt.dsp.ecg.HeartRateVariability;
import io.milliwatt.ecg.signal.Beat;
import io.milliwatt.telemetry.BeatClass;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SinusBeatsTest {

    private static final Instant START = Instant.parse("2026-11-28T22:31:00Z");

    @Test
    void onlySureUnpacedSinusBeatsCount() {
        List<Beat> beats = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            beats.add(beat(800 * i, i == 3 ? BeatClass.VENTRICULAR : BeatClass.NORMAL, i == 6, false, i == 8));
        }
        HeartRateVariability variability = SinusBeats.variability(beats);
        assertThat(variability.normalIntervals())
                .describedAs("of nine intervals two each are lost to beats 3, 6 and 8")
                .isEqualTo(3);
    }

    @Test
    void atrialFibrillationHasNoSinusRhythmToTellOf() {
        List<Beat> beats = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            beats.add(beat(800 * i, BeatClass.NORMAL, false, true, false));
        }
        assertThat(SinusBeats.variability(beats).time()).isEmpty();
    }

    @Test
    void aBeatToldTwiceAndOutOfOrderCountsOnce() {
        List<Beat> beats = new ArrayList<>();
        for (int i : new int[] {2, 0, 1, 1, 3, 2}) {
            beats.add(beat(800 * i, BeatClass.NORMAL, false, false, false));
        }
        HeartRateVariability variability = SinusBeats.variability(beats);
        assertThat(variability.normalIntervals()).isEqualTo(3);
        assertThat(variability.time().orElseThrow().meanMillis()).isEqualTo(800);
    }

    private static Beat beat(long millis, BeatClass beatClass, boolean abstained, boolean fibrillating, boolean paced) {
        return new Beat(17, START.plusMillis(millis), beatClass, 0.9, abstained, fibrillating, paced, false, 3);
    }
}
