package io.milliwatt.nodes.flood;

import io.milliwatt.nodes.heart.ElectrodeConverter;
import io.milliwatt.telemetry.BeatClass;
import io.milliwatt.telemetry.Beats;
import io.milliwatt.telemetry.Event;
import io.milliwatt.telemetry.Features;
import io.milliwatt.telemetry.FrameBody;
import io.milliwatt.telemetry.WaveformBlock;
import io.milliwatt.telemetry.encoding.WaveformCodec;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.Queue;

/**
 * What a node on a chest tells: a second of its lead every second, vitals every two, the beats of the last five, and now and
 * then a couplet that begins and ends. Everything is told at the end of the second that it is about.
 */
final class HeartBodies implements BodySource {
    private static final long RECIPE = 2;
    private static final long RECIPE_VERSION = 1;
    private static final long MODEL_VERSION = 1;
    private static final int VITALS_EVERY_SECONDS = 2;
    private static final int BEATS_EVERY_SECONDS = 5;
    private static final int COUPLET_LASTS_SECONDS = 2;
    private static final long COUPLET = 11;
    private static final int SURE = 230;

    private final HeartLoop loop;
    private final long startMillis;
    private final int coupletEverySeconds;
    private final long firstCoupletSecond;
    private final Queue<FrameBody> ready = new ArrayDeque<>();
    private final List<Beats.Beat> beats = new ArrayList<>();
    private Instant beatsSince;
    private long lastBeatMillis;
    private long second;

    /**
     * @param startMillis when the first second begins
     * @param coupletEverySeconds 0 for none
     * @param firstCoupletSecond 0 for the very first second
     */
    HeartBodies(HeartLoop loop, long startMillis, int coupletEverySeconds, long firstCoupletSecond) {
        this.loop = loop;
        this.startMillis = startMillis;
        this.coupletEverySeconds = coupletEverySeconds;
        this.firstCoupletSecond = firstCoupletSecond;
        this.beatsSince = Instant.ofEpochMilli(startMillis);
        this.lastBeatMillis = startMillis;
    }

    @Override
    public int due(Instant now) {
        while (now.toEpochMilli() >= startMillis + 1000 * (second + 1)) {
            endSecond(startMillis + 1000 * second);
            second++;
        }
        return ready.size();
    }

    @Override
    public FrameBody next(Instant now) {
        return ready.remove();
    }

    private void endSecond(long beginMillis) {
        ready.add(block(beginMillis));
        for (HeartLoop.TimedBeat timed : loop.beats(second)) {
            long atMillis = beginMillis + timed.afterMillis();
            beats.add(new Beats.Beat(Math.max(0, atMillis - lastBeatMillis), classOf(timed), SURE, 0));
            lastBeatMillis = atMillis;
        }
        if (second % VITALS_EVERY_SECONDS == 0) {
            ready.add(vitals());
        }
        if (second % BEATS_EVERY_SECONDS == BEATS_EVERY_SECONDS - 1 && !beats.isEmpty()) {
            ready.add(new Beats(beatsSince, beats, MODEL_VERSION));
            beats.clear();
            beatsSince = Instant.ofEpochMilli(lastBeatMillis);
        }
        if (coupletEverySeconds > 0 && second >= firstCoupletSecond) {
            tellCouplet();
        }
    }

    private void tellCouplet() {
        long phase = (second - firstCoupletSecond) % coupletEverySeconds;
        if (phase == 0 || phase == COUPLET_LASTS_SECONDS) {
            ready.add(new Event(COUPLET, SURE, Event.Urgency.LOW, phase == 0, List.of(80L, 2L, 900L)));
        }
    }

    private WaveformBlock block(long beginMillis) {
        return new WaveformBlock(
                0,
                1000L * HeartLoop.RATE_HZ,
                Instant.ofEpochMilli(beginMillis),
                ElectrodeConverter.NANO_MILLIVOLT_PER_COUNT,
                WaveformBlock.UNIT_MILLIVOLT,
                WaveformBlock.Encoding.ZIGZAG_VARINT_DIFFERENCES,
                WaveformCodec.encode(loop.samples(second), WaveformBlock.Encoding.ZIGZAG_VARINT_DIFFERENCES),
                HeartLoop.RATE_HZ,
                0,
                second,
                0,
                OptionalLong.of(0));
    }

    /** Rate ×10, last interval ms, breaths ×10, beats, quality, fibrillation, share of V, wander and noise in µV. */
    private Features vitals() {
        long beatsInSecond = loop.beats(second).size();
        return Features.withoutVerdict(
                RECIPE,
                RECIPE_VERSION,
                List.of(720 + second % 40, 830L, 150L, beatsInSecond, 97L, 0L, 20L, 90L, 12L),
                0);
    }

    private static BeatClass classOf(HeartLoop.TimedBeat timed) {
        return switch (timed.beat().kind()) {
            case NORMAL -> BeatClass.NORMAL;
            case SUPRAVENTRICULAR -> BeatClass.SUPRAVENTRICULAR;
            case VENTRICULAR -> BeatClass.VENTRICULAR;
            case PACED -> BeatClass.UNCLASSIFIABLE;
        };
    }
}
