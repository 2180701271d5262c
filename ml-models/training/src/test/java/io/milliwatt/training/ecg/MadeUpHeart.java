package io.milliwatt.training.ecg;

import io.milliwatt.datasets.ecg.BeatClass;
import java.util.ArrayList;
import java.util.List;

/** Two minutes of a heart of 75 beats a minute, every seventh of them early and with another P wave. */
final class MadeUpHeart {

    private MadeUpHeart() {}

    static HeartRecord record() {
        int rate = HeartRecord.RATE_HZ;
        short[] samples = new short[120 * rate];
        List<HeartRecord.Beat> beats = new ArrayList<>();
        double second = 0.5;
        for (int i = 0; second < 119; i++) {
            boolean early = i % 7 == 6;
            second += early ? 0.55 : 0.8;
            BeatClass beatClass = early ? BeatClass.S : BeatClass.N;
            beats.add(new HeartRecord.Beat((int) Math.round(second * rate), beatClass, false));
            draw(samples, second, early ? -20 : 24);
        }
        beats.removeIf(beat -> beat.sample() + BeatSegment.TAIL > samples.length);
        return new HeartRecord(999, samples, beats, List.of());
    }

    private static void draw(short[] samples, double second, double p) {
        for (int i = 0; i < samples.length; i++) {
            double time = (double) i / HeartRecord.RATE_HZ - second;
            if (Math.abs(time) < 0.5) {
                samples[i] += (short) Math.round(p * bump(time, -0.17, 0.022)
                        + 200 * bump(time, 0, 0.011)
                        - 40 * bump(time, 0.028, 0.01)
                        + 50 * bump(time, 0.27, 0.045));
            }
        }
    }

    static double bump(double time, double centre, double width) {
        double distance = (time - centre) / width;
        return Math.exp(-distance * distance / 2);
    }
}
