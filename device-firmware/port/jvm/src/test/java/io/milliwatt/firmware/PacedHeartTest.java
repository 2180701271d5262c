package io.milliwatt.firmware;

import static org.assertj.core.api.Assertions.assertThat;

import io.milliwatt.datasets.RecordingFolder;
import io.milliwatt.dsp.fixedpoint.heart.RhythmClass;
import io.milliwatt.firmware.NativeHeart.Beat;
import io.milliwatt.firmware.NativeHeart.Event;
import io.milliwatt.firmware.NativeHeart.Told;
import io.milliwatt.runtime.heart.HeartSettings;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The whole chain with a pacemaker, in Java and in C alike. Pulses after IEC 60601-2-27: 2 … 200 mV, up to 2 ms, with an overshoot of
 * up to a quarter of the pulse and at most 2 mV that decays within 4 … 100 ms, or without.
 */
class PacedHeartTest {

    private static final int NANO_MILLIVOLT_PER_COUNT = 5_000_000;
    private static final double COUNTS_PER_MILLIVOLT = 200;
    private static final int BEATING_SECONDS = 30;
    private static final int SECONDS = 60;
    private static final double PULSE_INTERVAL = 0.857;

    private final SplittableRandom random = new SplittableRandom(3);

    /** @param overshootMillivolt against the pulse; below 0 on its side */
    private record Pulse(double millivolt, double millis, double overshootMillivolt, double decayMillis) {

        double at(double seconds) {
            if (seconds < 0) {
                return 0;
            }
            double after = seconds - millis / 1_000;
            return after < 0
                    ? millivolt
                    : -Math.signum(millivolt) * overshootMillivolt * Math.exp(-1_000 * after / decayMillis);
        }
    }

    static Stream<Arguments> pulses() {
        List<Arguments> all = new ArrayList<>();
        for (int rateHz : new int[] {250, 360, 500, 1_000}) {
            for (double millivolt : new double[] {2, -2, 30, -200}) {
                for (double millis : new double[] {1, 2}) {
                    all.add(Arguments.of(rateHz, new Pulse(millivolt, millis, 0, 1)));
                    // A pulse between two samples is not seen, and its overshoot then is a step like any other.
                    boolean seen = millis * rateHz >= 1_000;
                    for (double share : seen ? new double[] {0.025, 0.25, -0.25} : new double[0]) {
                        double height = Math.min(2, Math.abs(millivolt * share)) * Math.signum(share);
                        for (double decayMillis : new double[] {4, 100}) {
                            all.add(Arguments.of(rateHz, new Pulse(millivolt, millis, height, decayMillis)));
                        }
                    }
                }
            }
        }
        return all.stream();
    }

    /** The pacemaker goes on, the heart does not answer. */
    @ParameterizedTest
    @MethodSource("pulses")
    void pulsesAfterTheHeartHasStoppedAreNoBeats(int rateHz, Pulse pulse) {
        List<Told> told = told(rateHz, heart(rateHz, pulse, BEATING_SECONDS), true);
        assertThat(beats(told)).noneMatch(beat -> beat.sample() > (BEATING_SECONDS + 1L) * rateHz);
        assertThat(beats(told)).hasSizeGreaterThan(24);
        assertThat(onsets(told, RhythmClass.ASYSTOLE)).hasSize(1);
    }

    /** As sharp a converter sees them: each beat is paced, and where it was found without a pulse. */
    @ParameterizedTest
    @CsvSource({"500, 4, 0.5", "500, -20, 2", "1000, 2, 0.4", "1000, -150, 2", "1000, 30, -2"})
    void beatsThatFollowPulsesArePaced(int rateHz, double millivolt, double overshoot) {
        Pulse pulse = new Pulse(millivolt, 2, overshoot, 30);
        List<Beat> paced = beats(told(rateHz, heart(rateHz, pulse, SECONDS), true));
        List<Beat> plain = beats(told(rateHz, heart(rateHz, new Pulse(0, 2, 0, 1), SECONDS), true));
        assertThat(paced).hasSameSizeAs(plain).hasSizeGreaterThan(40);
        assertThat(plain).noneMatch(beat -> (beat.flags() & 4) != 0);
        assertThat(paced).allMatch(beat -> (beat.flags() & 4) != 0);
        for (int i = 0; i < paced.size(); i++) {
            assertThat(paced.get(i).sample() - plain.get(i).sample()).isBetween(-rateHz / 50L, rateHz / 50L);
        }
    }

    /** Of a patient who has none, nothing is taken out. */
    @Test
    void withoutAPacemakerNothingIsMarked() {
        Pulse pulse = new Pulse(20, 2, 0, 1);
        assertThat(beats(told(500, heart(500, pulse, SECONDS), false))).noneMatch(beat -> (beat.flags() & 4) != 0);
    }

    /** Their spikes are as wide as the recorder's filter made them: none is found, and the beats are those without. */
    @Test
    void recordsOfPacedHeartsStayAsTheyAre() throws IOException {
        var folder = RecordingFolder.find("ecg/mitdb");
        Assumptions.assumeTrue(folder.isPresent(), RecordingFolder.absence("ecg/mitdb"));
        for (int number : MitBihRecord.PACED) {
            short[] samples = MitBihRecord.read(folder.orElseThrow(), number).samples();
            List<Beat> with = beats(told(MitBihRecord.RATE_HZ, samples, true));
            List<Beat> without = beats(told(MitBihRecord.RATE_HZ, samples, false));
            assertThat(with).as("record %d", number).noneMatch(beat -> (beat.flags() & 4) != 0);
            assertThat(with.stream().map(Beat::sample))
                    .isEqualTo(without.stream().map(Beat::sample).toList());
        }
    }

    private List<Told> told(int rateHz, short[] samples, boolean hasPacemaker) {
        byte[] bundle = HeartBundles.atRate(rateHz).unsigned();
        List<Told> inJava = new ArrayList<>();
        HeartSettings settings =
                HeartSettings.defaults(rateHz, NANO_MILLIVOLT_PER_COUNT).withPacemaker(hasPacemaker);
        TwinHeart.chain(bundle, settings, inJava::add).accept(samples);
        try (NativeHeart heart =
                new NativeHeart(bundle, NANO_MILLIVOLT_PER_COUNT, HeartWatch.SILENT.withPacemaker(hasPacemaker))) {
            assertThat(heart.accept(samples)).isEqualTo(inJava);
        }
        return inJava;
    }

    private static List<Beat> beats(List<Told> told) {
        return told.stream()
                .filter(Beat.class::isInstance)
                .map(Beat.class::cast)
                .toList();
    }

    private static List<Event> onsets(List<Told> told, RhythmClass rhythm) {
        return told.stream()
                .filter(Event.class::isInstance)
                .map(Event.class::cast)
                .filter(event -> event.onset() && event.eventClass() == rhythm.number())
                .toList();
    }

    /** Pulses all the time; a beat 0.12 s after each of them for so many seconds. */
    private short[] heart(int rateHz, Pulse pulse, int beatingSeconds) {
        double[] millivolt = new double[SECONDS * rateHz];
        for (double at = 0.5; at < SECONDS - 0.5; at += PULSE_INTERVAL) {
            int first = (int) (at * rateHz);
            for (int i = first; i < Math.min(millivolt.length, first + rateHz); i++) {
                double seconds = (double) i / rateHz - at;
                millivolt[i] += pulse.at(seconds);
                if (at < beatingSeconds) {
                    millivolt[i] += 1.1 * wave(seconds, 0.12, 0.018) + 0.25 * wave(seconds, 0.4, 0.05);
                }
            }
        }
        short[] samples = new short[millivolt.length];
        for (int i = 0; i < samples.length; i++) {
            double counts = COUNTS_PER_MILLIVOLT * (millivolt[i] + 0.008 * random.nextGaussian());
            samples[i] = (short) Math.clamp(Math.round(counts), Short.MIN_VALUE, Short.MAX_VALUE);
        }
        return samples;
    }

    private static double wave(double seconds, double centre, double width) {
        double distance = (seconds - centre) / width;
        return Math.exp(-0.5 * distance * distance);
    }
}
