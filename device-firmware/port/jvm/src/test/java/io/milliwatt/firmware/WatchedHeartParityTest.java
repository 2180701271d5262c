package io.milliwatt.firmware;

import static org.assertj.core.api.Assertions.assertThat;

import io.milliwatt.datasets.RecordingFolder;
import io.milliwatt.dsp.fixedpoint.heart.RhythmClass;
import io.milliwatt.firmware.NativeHeart.Beat;
import io.milliwatt.firmware.NativeHeart.Event;
import io.milliwatt.firmware.NativeHeart.Second;
import io.milliwatt.firmware.NativeHeart.Told;
import java.io.IOException;
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
            compare(
                    "heart of seed " + seed,
                    HeartBundles.atRate(rateHz).unsigned(),
                    rateHz,
                    TwinHeart.signal(random, rateHz, 240));
        }
        assertThat(beatClasses).contains(1, 2, 3, 5);
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
        List<Told> inJava = TwinHeart.told(bundle, rateHz, MitBihRecord.NANO_MILLIVOLT_PER_COUNT, samples);
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
}
