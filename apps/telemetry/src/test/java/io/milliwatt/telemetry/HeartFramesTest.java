package io.milliwatt.telemetry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class HeartFramesTest {
    private static final Instant START = Instant.parse("2026-11-28T08:00:00Z");

    @Test
    void intervalsCountFromTheStartAndThenFromBeatToBeat() {
        Beats beats = new Beats(
                START,
                List.of(
                        new Beats.Beat(200, BeatClass.NORMAL, 250, 0),
                        new Beats.Beat(400, BeatClass.VENTRICULAR, 255, Beats.FOUND_LATE),
                        new Beats.Beat(1200, BeatClass.NORMAL, 90, Beats.ABSTAINED)),
                3);
        assertThat(beats.times()).containsExactly(START.plusMillis(200), START.plusMillis(600), START.plusMillis(1800));
        assertThat(beats.beats().get(1).has(Beats.FOUND_LATE)).isTrue();
        assertThat(beats.beats().get(1).has(Beats.ABSTAINED)).isFalse();
    }

    @Test
    void aFrameWithoutBeatsIsNotMade() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Beats(START, List.of(), 1))
                .withMessageContaining("at least one");
    }

    @Test
    void everyClassIsFoundByItsNumber() {
        assertThat(Arrays.stream(BeatClass.values())
                        .map(each -> BeatClass.fromNumber(each.number()).orElseThrow()))
                .containsExactly(BeatClass.values());
        assertThat(BeatClass.fromNumber(0)).isEmpty();
        assertThat(BeatClass.fromNumber(6)).isEmpty();
        assertThat(Arrays.stream(BeatClass.values()).map(BeatClass::letter)).containsExactly('N', 'S', 'V', 'F', 'Q');
    }

    @Test
    void aSaturationOverAHundredPercentIsNotMade() {
        OptionalLong none = OptionalLong.empty();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SensorVitals(
                        START, OptionalLong.of(1001), none, none, none, Optional.empty(), none, Optional.empty()))
                .withMessage("oxygen saturation is 1001; it must lie in 0…1000");
    }

    @Test
    void onlyBlocksOutsideACaptureAreStreaming() {
        assertThat(block(0, 70_000, 0).isStreaming()).isTrue();
        assertThat(block(0, 0, 10).isStreaming()).isFalse();
        assertThat(block(9, 0, 0).isStreaming()).isFalse();
    }

    private static WaveformBlock block(long captureId, long index, long blocks) {
        return new WaveformBlock(
                0,
                360_000,
                START,
                5_000,
                WaveformBlock.UNIT_MILLIVOLT,
                WaveformBlock.Encoding.INT16_LITTLE_ENDIAN,
                Octets.of(),
                0,
                captureId,
                index,
                blocks,
                OptionalLong.empty());
    }
}
