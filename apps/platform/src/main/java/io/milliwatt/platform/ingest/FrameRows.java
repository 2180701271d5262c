package io.milliwatt.platform.ingest;

import io.milliwatt.platform.storage.FeatureRow;
import io.milliwatt.platform.storage.StoredBlock;
import io.milliwatt.telemetry.Features;
import io.milliwatt.telemetry.WaveformBlock;
import io.milliwatt.telemetry.encoding.FrameException;
import io.milliwatt.telemetry.encoding.WaveformCodec;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Frames as rows, as all domains keep them. */
public final class FrameRows {

    private static final double MILLI = 1e-3;
    private static final double NANO = 1e-9;
    /** What a frame tells happened at most this long before it was built, else its times are not believed. */
    private static final Duration LONGEST_AGO = Duration.ofDays(1);

    private FrameRows() {}

    /** When each node was last heard. */
    public static Map<Long, Instant> heard(List<ReceivedFrame> frames) {
        Map<Long, Instant> heard = new HashMap<>();
        frames.forEach(frame -> heard.merge(frame.frame().node(), frame.receivedAt(), (a, b) -> a.isAfter(b) ? a : b));
        return heard;
    }

    /**
     * The row of a features frame; nothing for other kinds.
     *
     * @param known whether the app knows what the values mean
     */
    public static Stream<FeatureRow> features(ReceivedFrame received, Predicate<Features> known) {
        if (!(received.frame().body() instanceof Features features)) {
            return Stream.empty();
        }
        return Stream.of(new FeatureRow(
                received.frame().node(),
                received.at(),
                received.frame().boot(),
                received.frame().sequence(),
                features.recipeId(),
                features.recipeVersion(),
                known.test(features),
                features.values(),
                features.qualityFlags(),
                features.verdict(),
                features.probability(),
                features.modelVersion(),
                received.late(),
                received.clockSuspect()));
    }

    /** A time that a frame's body tells, or the frame's own where that one cannot be believed. */
    public static Instant told(ReceivedFrame received, Instant time) {
        boolean plausible = !received.clockSuspect()
                && !time.isAfter(received.at())
                && time.isAfter(received.at().minus(LONGEST_AGO));
        return plausible ? time : received.at();
    }

    /** When a waveform frame's block starts, as it is stored. */
    public static Instant blockStart(ReceivedFrame received) {
        return told(received, ((WaveformBlock) received.frame().body()).startTime());
    }

    /** The block of a waveform frame; nothing for other kinds. */
    public static Stream<StoredBlock> block(ReceivedFrame received) {
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
