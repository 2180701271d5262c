package io.milliwatt.platform.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.milliwatt.telemetry.FrameIdentity;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Captures come back sample for sample, and only when all of their blocks are there. */
class WaveformTableTest {

    private static final Instant START = Instant.parse("2026-06-15T12:00:00Z");
    private static final double SCALE = 0.001;

    private final Jdbi jdbi = TestDatabase.fresh();
    private final TimePartitions partitions = TestDatabase.partitions(jdbi);
    private final WaveformTable table = new WaveformTable(partitions, new TrendTable(jdbi, partitions));
    private final WaveformReader reader = new WaveformReader(jdbi);
    private final Random random = new Random(3);

    @Test
    void aCaptureIsCompleteWithItsLastBlockInWhateverOrderTheyCome() {
        StoredBlock first = block(0, 0, 3, 1000);
        StoredBlock second = block(1, 1, 3, 1000);
        StoredBlock third = block(2, 2, 3, 17);
        assertThat(add(third, first)).isEmpty();
        assertThat(reader.latestCapture(5, 0)).isEmpty();
        assertThat(add(second)).hasSize(1);

        Capture capture = reader.latestCapture(5, 0).orElseThrow();
        assertThat(capture.capturedAt()).isEqualTo(START);
        assertThat(capture.samples()).hasSize(2017);
        assertThat(capture.samples()[0]).isEqualTo(first.counts()[0] * SCALE);
        assertThat(capture.samples()[1999]).isEqualTo(second.counts()[999] * SCALE);
        assertThat(capture.samples()[2016]).isEqualTo(third.counts()[16] * SCALE);
    }

    /** From one stretch of a day down to single samples, the smallest and the largest value are never lost. */
    @ParameterizedTest
    @CsvSource({"86400, 1", "600, 10", "600, 2", "10, 5", "1, 1", "1, 10", "1, 40", "1, 1000"})
    void everyMagnificationShowsTheSameExtremesAndMean(int seconds, int points) {
        StoredBlock block = block(0, 0, 1, 1000);
        add(block);
        List<TrendPoint> view = new WaveformZoom(jdbi, new TrendTable(jdbi, partitions))
                .view(5, 0, new TrendWindow(START, START.plusSeconds(seconds), points));
        var truth = WaveformPyramid.Summary.of(block.counts(), 0, 1000);
        assertThat(view).isNotEmpty().hasSizeLessThanOrEqualTo(points);
        assertThat(view.stream().mapToDouble(TrendPoint::minimum).min()).hasValue(truth.minimum() * SCALE);
        assertThat(view.stream().mapToDouble(TrendPoint::maximum).max()).hasValue(truth.maximum() * SCALE);
        if (view.size() == 1) {
            assertThat(view.getFirst().mean()).isCloseTo(truth.mean() * SCALE, within(1e-6));
        }
    }

    @Test
    void theClosestViewShowsEverySample() {
        StoredBlock block = block(0, 0, 1, 1000);
        add(block);
        List<TrendPoint> view = new WaveformZoom(jdbi, new TrendTable(jdbi, partitions))
                .view(5, 0, new TrendWindow(START.plusMillis(100), START.plusMillis(200), 100));
        assertThat(view).hasSize(100);
        for (int i = 0; i < 100; i++) {
            assertThat(view.get(i).mean()).isEqualTo(block.counts()[100 + i] * SCALE);
        }
    }

    @Test
    void thePyramidHoldsMinimumMaximumAndMeanOfEverySixteenSamples() {
        short[] counts = block(0, 0, 1, 33).counts();
        List<WaveformPyramid.Summary> steps = WaveformPyramid.read(WaveformPyramid.of(counts), 33);
        assertThat(steps).hasSize(3);
        for (int step = 0; step < 3; step++) {
            var truth = WaveformPyramid.Summary.of(counts, 16 * step, Math.min(33, 16 * step + 16));
            assertThat(steps.get(step).minimum()).isEqualTo(truth.minimum());
            assertThat(steps.get(step).maximum()).isEqualTo(truth.maximum());
            assertThat(steps.get(step).mean()).isCloseTo(truth.mean(), within(0.5));
        }
    }

    @Test
    void blocksWithoutSamplesOrWithAnIndexBeyondTheirCaptureAreRefused() {
        assertThatThrownBy(() -> block(0, 0, 1, 0)).hasMessageContaining("no samples");
        assertThatThrownBy(() -> block(0, 2, 2, 10)).hasMessageContaining("2 of 2");
    }

    private List<WaveformTable.CompletedCapture> add(StoredBlock... blocks) {
        table.prepare(List.of(START));
        return jdbi.inTransaction(handle -> table.add(handle, List.of(blocks)));
    }

    private StoredBlock block(long sequence, int index, int blocks, int samples) {
        short[] counts = new short[samples];
        for (int i = 0; i < samples; i++) {
            counts[i] = (short) random.nextInt(-32768, 32768);
        }
        return new StoredBlock(
                new FrameIdentity(5, 1, sequence),
                0,
                START.plusSeconds(index),
                77,
                index,
                blocks,
                1000,
                2,
                SCALE,
                0,
                false,
                counts);
    }
}
