package io.milliwatt.nodes.heart;

import static org.assertj.core.api.Assertions.assertThat;

import io.milliwatt.firmware.HeartWatch;
import io.milliwatt.firmware.NativeHeart;
import io.milliwatt.firmware.NativeHeart.Event;
import io.milliwatt.models.ReleasedModels;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A ventricular tachycardia leaves no quiet between its complexes; the released model's node goes on telling it for as long as it lasts. */
class TachycardiaTest {
    private static final int RATE_HZ = 360;
    private static final int STARTS_SECONDS = 45;
    /** Fibrillation or flutter, tachycardia, extremely fast. */
    private static final Set<Integer> LIFE_THREATENING = Set.of(2, 3, 5);

    /** Fibrillation or flutter, tachycardia. */
    private static final Set<Integer> VENTRICULAR = Set.of(2, 3);

    private static final int POOR_SIGNAL = 21;

    /** Five beats, and what a beat waits for until it is classed. */
    private static final double TOLD_WITHIN_SECONDS = 6;

    private record Told(int eventClass, double begins, double ends) {}

    static Stream<Arguments> tachycardias() {
        return Stream.of(120, 150, 172, 200, 220)
                .flatMap(rate -> Stream.of(5, 15, 60).map(seconds -> Arguments.of(rate, seconds)));
    }

    /** As tachycardia, flutter or an extremely fast rate; never as a poor signal. */
    @ParameterizedTest
    @MethodSource("tachycardias")
    void isToldForAsLongAsItLasts(int ratePerMinute, int seconds) {
        Episode episode = new Episode(Rhythm.VENTRICULAR_TACHYCARDIA, ratePerMinute, STARTS_SECONDS, seconds, 0);
        List<Told> told = told(HeartScenario.sinus(80).with(episode), STARTS_SECONDS + seconds + 40);
        double from = STARTS_SECONDS + TOLD_WITHIN_SECONDS;
        double to = STARTS_SECONDS + seconds - 1;
        assertThat(told)
                .anyMatch(each -> LIFE_THREATENING.contains(each.eventClass())
                        && each.begins() < from + 1
                        && each.ends() > STARTS_SECONDS + 2);
        assertThat(overlap(told, Set.of(POOR_SIGNAL), from, to)).isZero();
        if (ratePerMinute >= 150) {
            assertThat(overlap(told, LIFE_THREATENING, from, to)).isGreaterThanOrEqualTo(0.9 * (to - from));
        }
    }

    /** As a tachycardia of the ventricles, not only as fast: its shape does not become normal while it lasts. */
    @ParameterizedTest
    @ValueSource(ints = {120, 150, 172})
    void aMinuteOfItStaysVentricular(int ratePerMinute) {
        int seconds = 60;
        Episode episode = new Episode(Rhythm.VENTRICULAR_TACHYCARDIA, ratePerMinute, STARTS_SECONDS, seconds, 0);
        List<Told> told = told(HeartScenario.sinus(80).with(episode), STARTS_SECONDS + seconds + 40);
        double from = STARTS_SECONDS + TOLD_WITHIN_SECONDS;
        double to = STARTS_SECONDS + seconds - 1;
        assertThat(overlap(told, VENTRICULAR, from, to)).isGreaterThanOrEqualTo(0.9 * (to - from));
    }

    /** Noise that beats are lost in still shuts the node down, whatever the heart does under it. */
    @ParameterizedTest
    @ValueSource(ints = {75, 130})
    void noiseIsStillPoorSignal(int ratePerMinute) {
        HeartScenario noisy = HeartScenario.sinus(ratePerMinute).with(new Disturbance(0.3, 0.9, 0, 50));
        List<Told> told = told(noisy, 120);
        assertThat(overlap(told, Set.of(POOR_SIGNAL), 20, 120)).isGreaterThan(90);
        assertThat(overlap(told, LIFE_THREATENING, 20, 120)).isZero();
    }

    /** Of the seconds from one time to another, how many at least one event of these classes covers. */
    private static double overlap(List<Told> told, Set<Integer> classes, double from, double to) {
        double step = 0.1;
        double covered = 0;
        for (double at = from; at < to; at += step) {
            double now = at;
            covered += told.stream()
                            .anyMatch(each ->
                                    classes.contains(each.eventClass()) && each.begins() <= now && each.ends() > now)
                    ? step
                    : 0;
        }
        return covered;
    }

    /** Events with the time of the signal at which they were told. */
    private static List<Told> told(HeartScenario scenario, int seconds) {
        double[] lead = new double[seconds * RATE_HZ];
        new HeartSignal(scenario, RATE_HZ, 7).next(lead, new double[lead.length]);
        short[] counts = new short[lead.length];
        ElectrodeConverter.convert(lead, counts);
        byte[] bundle = ReleasedModels.newest("ecg").orElseThrow().bundle();
        List<Told> told = new ArrayList<>();
        Map<Integer, Double> open = new HashMap<>();
        try (NativeHeart heart =
                new NativeHeart(bundle, ElectrodeConverter.NANO_MILLIVOLT_PER_COUNT, HeartWatch.SILENT)) {
            for (NativeHeart.Told each : heart.accept(counts)) {
                if (each instanceof Event event) {
                    double at = (double) event.sample() / RATE_HZ;
                    if (event.onset()) {
                        open.put(event.eventClass(), at);
                    } else {
                        told.add(new Told(event.eventClass(), open.remove(event.eventClass()), at));
                    }
                }
            }
        }
        open.forEach((eventClass, begins) -> told.add(new Told(eventClass, begins, seconds)));
        return told;
    }
}
