package io.milliwatt.training.ecg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.milliwatt.datasets.ecg.BeatClass;
import io.milliwatt.training.ecg.DescribedBeats.Described;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class BeatCountsTest {

    private static Described beat(BeatClass truth) {
        return new Described(0, new short[0], Optional.of(truth), false);
    }

    private static Described noBeat(boolean inFlutter) {
        return new Described(0, new short[0], Optional.empty(), inFlutter);
    }

    private static BeatCounts counts(List<Described> beats, int... told) {
        return BeatCounts.of(new DescribedBeats(1, "made up", beats, Map.of(BeatClass.V, 1)), told);
    }

    /** EC57: F told as V is not a false V, a detection without a beat is; a beat that was not found counts against Se. */
    @Test
    void fusionBeatsAreNotHeldAgainstVentricularOnes() {
        BeatCounts counts = counts(
                List.of(
                        beat(BeatClass.V),
                        beat(BeatClass.V),
                        beat(BeatClass.F),
                        beat(BeatClass.Q),
                        beat(BeatClass.N),
                        noBeat(false)),
                3,
                1,
                3,
                3,
                3,
                3);
        assertThat(counts.sensitivity(BeatClass.V)).isCloseTo(100.0 / 3, within(1e-9));
        assertThat(counts.positivePredictivity(BeatClass.V)).isCloseTo(100.0 / 3, within(1e-9));
        assertThat(counts.accuracy()).isCloseTo(100.0 / 5, within(1e-9));
        assertThat(counts.accuracyOfAll()).isCloseTo(100.0 / 6, within(1e-9));
    }

    @Test
    void fusionBeatsToldAsSupraventricularAreFalse() {
        BeatCounts counts = counts(List.of(beat(BeatClass.S), beat(BeatClass.F)), 2, 2);
        assertThat(counts.positivePredictivity(BeatClass.S)).isCloseTo(50, within(1e-9));
    }

    @Test
    void detectionsInFlutterAreLeftOut() {
        BeatCounts counts = counts(List.of(beat(BeatClass.V), noBeat(true)), 3, 3);
        assertThat(counts.positivePredictivity(BeatClass.V)).isCloseTo(100, within(1e-9));
    }

    @Test
    void theMatrixShowsWhatWasNotFound() {
        assertThat(counts(List.of(beat(BeatClass.V)), 1).matrix())
                .isEqualTo(List.of(
                        List.of(0, 0, 0, 0, 0, 0),
                        List.of(0, 0, 0, 0, 0, 0),
                        List.of(1, 0, 0, 0, 0, 1),
                        List.of(0, 0, 0, 0, 0, 0),
                        List.of(0, 0, 0, 0, 0, 0),
                        List.of(0, 0, 0, 0, 0, 0)));
    }
}
