package io.milliwatt.firmware;

import io.milliwatt.firmware.NativeHeart.Beat;
import io.milliwatt.firmware.NativeHeart.Event;
import io.milliwatt.firmware.NativeHeart.Second;
import io.milliwatt.firmware.NativeHeart.Told;
import io.milliwatt.runtime.bundle.Bundle;
import io.milliwatt.runtime.heart.ClassedBeat;
import io.milliwatt.runtime.heart.HeartChain;
import io.milliwatt.runtime.heart.HeartEvent;
import io.milliwatt.runtime.heart.HeartListener;
import io.milliwatt.runtime.heart.HeartSettings;
import io.milliwatt.runtime.heart.HeartVitals;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Consumer;

/** The chain of a heart in Java, and hearts for both. */
final class TwinHeart {

    private TwinHeart() {}

    /** What the chain in Java tells of a recording. */
    static List<Told> told(byte[] bundle, int rateHz, int nanoMillivoltPerCount, short[] samples) {
        List<Told> told = new ArrayList<>();
        chain(bundle, rateHz, nanoMillivoltPerCount, told::add).accept(samples);
        return told;
    }

    /** The chain in Java, telling as the firmware does. */
    static HeartChain chain(byte[] bundle, int rateHz, int nanoMillivoltPerCount, Consumer<Told> told) {
        return chain(bundle, HeartSettings.defaults(rateHz, nanoMillivoltPerCount), told);
    }

    static HeartChain chain(byte[] bundle, HeartSettings settings, Consumer<Told> told) {
        return new HeartChain(Bundle.parse(bundle), settings, new HeartListener() {
            @Override
            public void beat(ClassedBeat beat) {
                int flags = (beat.abstained() ? 1 : 0)
                        | (beat.inAtrialFibrillation() ? 2 : 0)
                        | (beat.paced() ? 4 : 0)
                        | (beat.foundLate() ? 8 : 0);
                told.accept(new Beat(beat.sample(), beat.beatClass().number(), beat.confidence(), flags));
            }

            @Override
            public void event(HeartEvent event) {
                told.accept(new Event(
                        event.rhythm().number(),
                        event.urgency(),
                        event.onset(),
                        event.heartRatePerMinute(),
                        event.beats(),
                        event.millis(),
                        event.sample()));
            }

            @Override
            public void second(HeartVitals vitals) {
                told.accept(new Second(
                        List.of(
                                vitals.heartRateTenthsPerMinute(),
                                vitals.lastIntervalMillis(),
                                vitals.respirationRateTenthsPerMinute(),
                                vitals.beats(),
                                vitals.signalQuality(),
                                vitals.atrialFibrillation(),
                                vitals.ventricularPermille(),
                                vitals.baselineWanderMicrovolt(),
                                vitals.noiseMicrovolt()),
                        vitals.qualityFlags()));
            }
        });
    }

    /** A minute of beats with early and broad ones, then pieces: racing, stopped, noisy, without a lead, beating again. */
    static short[] signal(SplittableRandom random, int rateHz, int seconds) {
        short[] samples = new short[rateHz * seconds];
        double[] sum = new double[samples.length];
        double at = rateHz;
        while (at < samples.length - rateHz) {
            int second = (int) (at / rateHz);
            int kind = second < 70 || second > 200 ? random.nextInt(9) : 8;
            double width = kind == 1 ? 0.05 : 0.012;
            addWave(sum, at, width * rateHz, kind == 1 ? -320 : 220);
            addWave(sum, at - 0.16 * rateHz, 0.02 * rateHz, kind == 1 ? 0 : 25);
            addWave(sum, at + 0.26 * rateHz, 0.05 * rateHz, 50);
            double interval = kind == 0 || kind == 1 ? 0.55 : 0.85;
            interval = second >= 80 && second < 110 ? 0.36 : interval;
            interval = second >= 115 && second < 121 ? 7 : interval;
            at += interval * rateHz;
        }
        for (int i = 0; i < samples.length; i++) {
            int second = i / rateHz;
            double noise = second >= 130 && second < 150 ? 150 : 2;
            double value = sum[i] + noise * random.nextGaussian();
            samples[i] = second >= 155 && second < 165 ? 0 : (short) Math.round(value);
        }
        return samples;
    }

    private static void addWave(double[] sum, double centre, double width, double height) {
        for (int i = Math.max(0, (int) (centre - 4 * width)); i < Math.min(sum.length, centre + 4 * width); i++) {
            sum[i] += height * Math.exp(-0.5 * (i - centre) * (i - centre) / (width * width));
        }
    }
    /** The numbers of what was told, as java_heart.h puts them. */
    static int[] row(Told told) {
        int[] row = new int[12];
        switch (told) {
            case Beat beat -> {
                row[0] = 1;
                row[1] = (int) beat.sample();
                row[2] = beat.beatClass();
                row[3] = beat.confidence();
                row[4] = beat.flags();
            }
            case Event event -> {
                row[0] = 2;
                row[1] = event.eventClass();
                row[2] = event.urgency();
                row[3] = event.onset() ? 1 : 0;
                row[4] = event.heartRatePerMinute();
                row[5] = (int) event.beats();
                row[6] = (int) event.millis();
                row[7] = (int) event.sample();
            }
            case Second second -> {
                row[0] = 3;
                for (int i = 0; i < second.values().size(); i++) {
                    row[1 + i] = second.values().get(i);
                }
                row[1 + second.values().size()] = second.qualityFlags();
            }
        }
        return row;
    }
}
