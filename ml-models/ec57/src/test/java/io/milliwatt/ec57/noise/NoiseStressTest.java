package io.milliwatt.ec57.noise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.milliwatt.datasets.wfdb.Annotation;
import io.milliwatt.datasets.wfdb.AnnotationCode;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class NoiseStressTest {
    private static final int RATE_HZ = 100;
    private static final int MINUTE = 60 * RATE_HZ;
    private static final int BEAT_HEIGHT = 800;

    /** A beat each second, of which every twentieth is ventricular and four times as high. */
    private static final List<Annotation> BEATS = IntStream.range(1, 600)
            .mapToObj(i -> Annotation.of(
                    (long) RATE_HZ * i, i % 20 == 0 ? AnnotationCode.PREMATURE_VENTRICULAR : AnnotationCode.NORMAL))
            .toList();

    private static int[] ecg() {
        int[] samples = new int[10 * MINUTE];
        BEATS.forEach(beat ->
                samples[(int) beat.sample()] = beat.code() == AnnotationCode.NORMAL ? BEAT_HEIGHT : 4 * BEAT_HEIGHT);
        return samples;
    }

    /** 200 up and down: its root mean square is 200. */
    private static int[] noise(int length) {
        return IntStream.range(0, length).map(i -> i % 2 == 0 ? 200 : -200).toArray();
    }

    /** S is 800²/8 = 283², so that noise of 200 is 3.01 dB below it as it is. */
    @Test
    void theGainMakesTheRatioThatWasAskedFor() {
        assertThat(stress(3.0103).gain()).isCloseTo(1, within(1e-4));
        assertThat(stress(3.0103 + 20).gain()).isCloseTo(0.1, within(1e-5));
        assertThat(stress(-6).gain()).isCloseTo(2.8217, within(1e-3));
    }

    @Test
    void noiseComesAndGoesEveryTwoMinutesAfterTheFirstFive() {
        NoiseStress stress = stress(0);
        int[] noisyMinutes = IntStream.range(0, 30)
                .filter(minute -> stress.isNoisy((long) MINUTE * minute))
                .toArray();
        assertThat(noisyMinutes).containsExactly(5, 6, 9, 10, 13, 14, 17, 18, 21, 22, 25, 26, 29);
        int[] mixed = stress.addedTo(ecg());
        for (int i = 0; i < 5 * MINUTE; i++) {
            assertThat(mixed[i]).isEqualTo(ecg()[i]);
        }
        assertThat(mixed[5 * MINUTE + 50]).isNotEqualTo(mixed[5 * MINUTE + 51]);
        assertThat(mixed[7 * MINUTE + 50]).isEqualTo(mixed[7 * MINUTE + 51]);
    }

    /** Neither where noise sets in nor where its record begins anew; a beat stands 50 samples from either. */
    @Test
    void theSignalDoesNotJumpWhereNoiseBegins() {
        int[] flat = new int[10 * MINUTE];
        int[] offset = IntStream.range(0, 1000).map(i -> 5_000 + i % 7).toArray();
        NoiseStress stress = NoiseStress.of(ecg(), BEATS, offset, RATE_HZ, RATE_HZ, 24);
        int[] mixed = stress.addedTo(flat);
        for (int i = 1; i < mixed.length; i++) {
            assertThat(Math.abs(mixed[i] - mixed[i - 1])).isLessThan((int) (7 * stress.gain()) + 3);
        }
    }

    @Test
    void whatCannotBeMeasuredIsRefusedWithTheReason() {
        assertThatThrownBy(() -> NoiseStress.of(ecg(), BEATS, new int[1000], RATE_HZ, RATE_HZ, 6))
                .hasMessageContaining("the noise record is flat");
        assertThatThrownBy(() -> NoiseStress.of(ecg(), BEATS, noise(50), RATE_HZ, RATE_HZ, 6))
                .hasMessageContaining("shorter than a second");
        assertThatThrownBy(() -> NoiseStress.of(ecg(), BEATS, noise(1000), RATE_HZ, 360, 6))
                .hasMessageContaining("360.0 Hz");
        assertThatThrownBy(() -> NoiseStress.of(ecg(), List.of(), noise(1000), RATE_HZ, RATE_HZ, 6))
                .hasMessageContaining("no beat");
    }

    private static NoiseStress stress(double ratioDb) {
        return NoiseStress.of(ecg(), BEATS, noise(30 * MINUTE), RATE_HZ, RATE_HZ, ratioDb);
    }
}
