package io.milliwatt.firmware;

import static org.assertj.core.api.Assertions.assertThat;

import io.milliwatt.datasets.RecordingFolder;
import io.milliwatt.dsp.fixedpoint.heart.RhythmClass;
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
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** The whole chain of a heart in Java and in the firmware: the same beats, classes, events and vitals, in the same order. */
class WatchedHeartParityTest {

    private static final String FOLDER = "ecg/mitdb";
    private static final byte[] BUNDLE = HeartBundles.plain().unsigned();

    private final Set<Integer> eventClasses = new HashSet<>();
    private final Set<Integer> beatClasses = new HashSet<>();

    @Test
    void heartsThatStopRaceAndLoseTheirLeadAreToldAlike() {
        for (int seed = 0; seed < 12; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            int rateHz = seed == 0 ? 360 : random.nextInt(100, 1_001);
            compare("heart of seed " + seed, HeartBundles.atRate(rateHz).unsigned(), rateHz, heart(random, rateHz));
        }
        assertThat(beatClasses).contains(1, 2, 3);
        assertThat(eventClasses)
                .contains(
                        RhythmClass.ASYSTOLE.number(),
                        RhythmClass.EXTREME_TACHYCARDIA.number(),
                        RhythmClass.PAUSE.number(),
                        RhythmClass.LEAD_OFF.number(),
                        RhythmClass.POOR_SIGNAL.number());
    }

    /** The system property milliwatt.all makes it all 48. */
    @Test
    void wholeRecordsAreToldAlike() throws IOException {
        var folder = RecordingFolder.find(FOLDER);
        Assumptions.assumeTrue(folder.isPresent(), RecordingFolder.absence(FOLDER));
        List<Integer> records = Boolean.getBoolean("milliwatt.all")
                ? Stream.of(MitBihRecord.DEVELOPMENT, MitBihRecord.PACED, MitBihRecord.JUDGEMENT)
                        .flatMap(List::stream)
                        .toList()
                : List.of(207);
        for (int number : records) {
            short[] samples = MitBihRecord.read(folder.orElseThrow(), number).samples();
            compare("record " + number, BUNDLE, MitBihRecord.RATE_HZ, samples);
        }
        assertThat(eventClasses).contains(RhythmClass.VENTRICULAR_FIBRILLATION.number());
    }

    private void compare(String what, byte[] bundle, int rateHz, short[] samples) {
        List<Told> inJava = inJava(bundle, rateHz, samples);
        List<Told> inC = inC(bundle, samples);
        for (int i = 0; i < Math.min(inJava.size(), inC.size()); i++) {
            assertThat(inC.get(i)).as("%s, told %d", what, i).isEqualTo(inJava.get(i));
        }
        assertThat(inC).as(what).hasSameSizeAs(inJava);
        inC.forEach(told -> {
            switch (told) {
                case Beat beat -> beatClasses.add(beat.beatClass());
                case Event event -> eventClasses.add(event.eventClass());
                case Second second -> assertThat(second.values()).hasSize(9);
            }
        });
    }

    private static List<Told> inC(byte[] bundle, short[] samples) {
        try (NativeHeart heart = new NativeHeart(bundle, MitBihRecord.NANO_MILLIVOLT_PER_COUNT, HeartWatch.SILENT)) {
            return heart.accept(samples);
        }
    }

    private static List<Told> inJava(byte[] bundle, int rateHz, short[] samples) {
        List<Told> told = new ArrayList<>();
        HeartSettings settings = HeartSettings.defaults(rateHz, MitBihRecord.NANO_MILLIVOLT_PER_COUNT);
        new HeartChain(Bundle.parse(bundle), settings, new HeartListener() {
                    @Override
                    public void beat(ClassedBeat beat) {
                        int flags = (beat.abstained() ? 1 : 0)
                                | (beat.inAtrialFibrillation() ? 2 : 0)
                                | (beat.foundLate() ? 8 : 0);
                        told.add(new Beat(beat.sample(), beat.beatClass().number(), beat.confidence(), flags));
                    }

                    @Override
                    public void event(HeartEvent event) {
                        told.add(new Event(
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
                        told.add(new Second(
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
                })
                .accept(samples);
        return told;
    }

    /** A minute of beats with early and broad ones, then pieces: racing, stopped, noisy, without a lead, beating again. */
    private static short[] heart(SplittableRandom random, int rateHz) {
        short[] samples = new short[rateHz * 240];
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
}
