package io.milliwatt.dsp.ecg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Courses whose onset and slope follow from their making. */
class HeartRateTurbulenceTest {

    /** Two ramps of 12 ms per interval for six intervals each: onset (780 + 780 - 1600) / 1600 = -2.5 %, slope 12 ms per interval. */
    @Test
    void onsetAndSlopeAreThoseOfTheCourse() {
        HeartRateTurbulence turbulence =
                HeartRateTurbulence.of(twoCourses(0.6, 1.4, BeatOrigin.SINUS)).orElseThrow();
        assertThat(turbulence.onsetPercent()).isCloseTo(-2.5, within(1e-9));
        assertThat(turbulence.slopeMillisPerInterval()).isCloseTo(12, within(1e-9));
        assertThat(turbulence.ventricularBeats()).isEqualTo(2);
    }

    @Test
    void beatsThatAreNotEarlyOrHaveNoPauseDoNotCount() {
        assertThat(HeartRateTurbulence.of(twoCourses(0.85, 1.4, BeatOrigin.SINUS)))
                .isEmpty();
        assertThat(HeartRateTurbulence.of(twoCourses(0.6, 1.15, BeatOrigin.SINUS)))
                .isEmpty();
    }

    @Test
    void anotherEctopicBeatNearbySpoilsTheCourse() {
        assertThat(HeartRateTurbulence.of(twoCourses(0.6, 1.4, BeatOrigin.SUPRAVENTRICULAR)))
                .isEmpty();
    }

    private static List<HeartBeat> twoCourses(double early, double pause, BeatOrigin tenthAfter) {
        List<HeartBeat> beats = new ArrayList<>();
        double time = 0;
        beats.add(new HeartBeat(time, BeatOrigin.SINUS));
        for (int course = 0; course < 2; course++) {
            for (int i = 0; i < 8; i++) {
                time += 800;
                beats.add(new HeartBeat(time, BeatOrigin.SINUS));
            }
            time += 800 * early;
            beats.add(new HeartBeat(time, BeatOrigin.VENTRICULAR));
            time += 800 * pause;
            beats.add(new HeartBeat(time, BeatOrigin.SINUS));
            for (int i = 0; i < 16; i++) {
                time += i < 2 ? 780 : i < 8 ? 780 + 12 * (i - 1) : 800;
                beats.add(new HeartBeat(time, i == 9 ? tenthAfter : BeatOrigin.SINUS));
            }
        }
        return beats;
    }
}
