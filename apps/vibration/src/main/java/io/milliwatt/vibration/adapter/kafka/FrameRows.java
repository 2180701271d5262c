package io.milliwatt.vibration.adapter.kafka;

import io.milliwatt.platform.ingest.ReceivedFrame;
import io.milliwatt.platform.ingest.UnusableFrameException;
import io.milliwatt.platform.storage.FeatureRow;
import io.milliwatt.platform.storage.StoredBlock;
import io.milliwatt.platform.storage.TrendSample;
import io.milliwatt.telemetry.Features;
import io.milliwatt.telemetry.WaveformBlock;
import io.milliwatt.telemetry.encoding.FrameException;
import io.milliwatt.telemetry.encoding.WaveformCodec;
import io.milliwatt.vibration.condition.Quantity;
import io.milliwatt.vibration.condition.Readings;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.stream.Stream;

/** Frames as rows. */
final class FrameRows {

    private static final double MILLI = 1e-3;
    private static final double NANO = 1e-9;
    /** A block starts at most this long before its frame is built, else its clock is not believed. */
    private static final Duration LONGEST_CAPTURE = Duration.ofDays(1);

    private FrameRows() {}

    /** The row of a features frame; nothing for other kinds. */
    static Stream<FeatureRow> features(ReceivedFrame received) {
        if (!(received.frame().body() instanceof Features features)) {
            return Stream.empty();
        }
        boolean known = Readings.of(features.recipeId(), features.recipeVersion(), features.values())
                .isPresent();
        return Stream.of(new FeatureRow(
                received.frame().node(),
                received.at(),
                received.frame().boot(),
                received.frame().sequence(),
                features.recipeId(),
                features.recipeVersion(),
                known,
                features.values(),
                features.qualityFlags(),
                features.verdict(),
                features.probability(),
                features.modelVersion(),
                received.late(),
                received.clockSuspect()));
    }

    /** What a row adds to the rollups: each quantity, in its unit. */
    static Stream<TrendSample> trendSamples(FeatureRow row) {
        return Readings.of(row.recipeId(), row.recipeVersion(), row.measured()).stream()
                .flatMap(readings -> Arrays.stream(Quantity.values())
                        .map(quantity -> TrendSample.of(
                                row.node(), quantity.trendNumber(), row.at(), readings.value(quantity))));
    }

    /** When a waveform frame's block starts, as it is stored. */
    static Instant blockStart(ReceivedFrame received) {
        WaveformBlock block = (WaveformBlock) received.frame().body();
        boolean plausible = !received.clockSuspect()
                && !block.startTime().isAfter(received.at())
                && block.startTime().isAfter(received.at().minus(LONGEST_CAPTURE));
        return plausible ? block.startTime() : received.at();
    }

    /** The block of a waveform frame; nothing for other kinds. */
    static Stream<StoredBlock> block(ReceivedFrame received) {
        if (!(received.frame().body() instanceof WaveformBlock block)) {
            return Stream.empty();
        }
        try {
            return Stream.of(new StoredBlock(
                    received.frame().identity(),
                    Math.toIntExact(block.channel()),
                    blockStart(received),
                    block.captureId(),
                    Math.toIntExact(block.blockIndex()),
                    Math.toIntExact(block.blocksInCapture()),
                    block.sampleRateMillihertz() * MILLI,
                    Math.toIntExact(block.unit()),
                    block.nanoUnitsPerCount() * NANO,
                    block.qualityFlags().orElse(0),
                    received.late(),
                    WaveformCodec.decode(block)));
        } catch (FrameException | IllegalArgumentException | ArithmeticException unusable) {
            throw new UnusableFrameException("The waveform block cannot be stored: " + unusable.getMessage());
        }
    }
}
