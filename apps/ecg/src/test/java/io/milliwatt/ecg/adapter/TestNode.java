package io.milliwatt.ecg.adapter;

import io.milliwatt.ecg.event.EventClass;
import io.milliwatt.telemetry.BeatClass;
import io.milliwatt.telemetry.Beats;
import io.milliwatt.telemetry.Event;
import io.milliwatt.telemetry.Features;
import io.milliwatt.telemetry.SensorVitals;
import io.milliwatt.telemetry.SensorVitals.Consciousness;
import io.milliwatt.telemetry.WaveformBlock;
import io.milliwatt.telemetry.WaveformBlock.Encoding;
import io.milliwatt.telemetry.encoding.WaveformCodec;
import io.milliwatt.testkit.NumberedNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** A node on a patient: it builds frames, numbered from 1 so that none of them looks like a restart. */
public final class TestNode extends NumberedNode {

    public static final int RATE_HZ = 360;
    private static final long NANO_MILLIVOLTS_PER_COUNT = 5_000_000;

    public TestNode(long number, long boot) {
        this(number, boot, 1);
    }

    private TestNode(long number, long boot, long first) {
        super(number, boot, first);
    }

    /** The same node after a restart, which begins to number its frames anew. */
    public TestNode restarted() {
        return new TestNode(number(), boot() + 1, 0);
    }

    /** A second of vitals with this heart rate. */
    public byte[] vitals(Instant at, double heartRatePerMinute, long flags) {
        List<Long> values = List.of(
                Math.round(heartRatePerMinute * 10),
                heartRatePerMinute > 0 ? Math.round(60_000 / heartRatePerMinute) : 0,
                150L,
                1L,
                97L,
                0L,
                16L,
                40L,
                9L);
        return frame(at, Features.withoutVerdict(2, 1, values, flags));
    }

    /** A second of samples: a slope whose first count tells the block's number. */
    public byte[] block(Instant startsAt, long index, int channel) {
        return frame(
                startsAt.plusSeconds(1),
                new WaveformBlock(
                        channel,
                        RATE_HZ * 1000L,
                        startsAt,
                        NANO_MILLIVOLTS_PER_COUNT,
                        WaveformBlock.UNIT_MILLIVOLT,
                        Encoding.ZIGZAG_VARINT_DIFFERENCES,
                        WaveformCodec.encode(counts(index), Encoding.ZIGZAG_VARINT_DIFFERENCES),
                        RATE_HZ,
                        0,
                        index,
                        0,
                        OptionalLong.of(0)));
    }

    /** The samples of a block. */
    public static short[] counts(long index) {
        short[] counts = new short[RATE_HZ];
        for (int i = 0; i < RATE_HZ; i++) {
            counts[i] = (short) (1000 * (index % 20) + i);
        }
        return counts;
    }

    public byte[] event(Instant at, EventClass eventClass, boolean onset) {
        return frame(at, new Event(eventClass.number(), 250, Event.Urgency.HIGH, onset, List.of(31L, 5L, 4_200L)));
    }

    /** Beats 800 ms apart, the last of this class. */
    public byte[] beats(Instant start, int count, BeatClass last) {
        List<Beats.Beat> beats = new ArrayList<>();
        for (int i = 1; i <= count; i++) {
            beats.add(new Beats.Beat(800, i == count ? last : BeatClass.NORMAL, 240, 0));
        }
        return frame(start.plusMillis(800L * count), new Beats(start, beats, 3));
    }

    /** A round of a nurse; consciousness alert, on air. */
    public byte[] round(Instant at, long spo2Permille, long centidegrees, long systolic, long respirationTenths) {
        return frame(
                at,
                new SensorVitals(
                        at,
                        OptionalLong.of(spo2Permille),
                        OptionalLong.of(centidegrees),
                        OptionalLong.of(systolic),
                        OptionalLong.of(80),
                        Optional.of(Consciousness.ALERT),
                        OptionalLong.of(respirationTenths),
                        Optional.of(false)));
    }
}
