package io.milliwatt.nodes.flood;

import io.milliwatt.nodes.heart.Beat;
import io.milliwatt.nodes.heart.ElectrodeConverter;
import io.milliwatt.nodes.heart.HeartScenario;
import io.milliwatt.nodes.heart.HeartSignal;
import java.util.ArrayList;
import java.util.List;

/** A minute of a made-up heart that senders repeat: its samples and where its beats are. */
final class HeartLoop {
    static final int RATE_HZ = 360;
    static final int SECONDS = 60;

    private final List<short[]> seconds = new ArrayList<>();
    private final List<List<Beat>> beats = new ArrayList<>();

    HeartLoop(long seed) {
        HeartSignal signal =
                new HeartSignal(HeartScenario.sinus(55 + 10 * (seed % 6)).withPrematureBeats(2, 1), RATE_HZ, seed);
        double[] lead1 = new double[RATE_HZ];
        double[] lead2 = new double[RATE_HZ];
        for (int second = 0; second < SECONDS; second++) {
            signal.next(lead1, lead2);
            short[] counts = new short[RATE_HZ];
            ElectrodeConverter.convert(lead1, counts);
            seconds.add(counts);
            beats.add(signal.takeBeats());
        }
    }

    /** The samples of one second, counted without an end. */
    short[] samples(long second) {
        return seconds.get((int) (second % SECONDS)).clone();
    }

    /** The beats in it, and when after its begin. */
    List<TimedBeat> beats(long second) {
        int inLoop = (int) (second % SECONDS);
        return beats.get(inLoop).stream()
                .map(beat -> new TimedBeat(Math.max(0, Math.round(1000 * (beat.timeSeconds() - inLoop))), beat))
                .toList();
    }

    record TimedBeat(long afterMillis, Beat beat) {}
}
