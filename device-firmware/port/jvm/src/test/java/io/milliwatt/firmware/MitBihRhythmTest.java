package io.milliwatt.firmware;

import static org.assertj.core.api.Assertions.assertThat;

import io.milliwatt.datasets.RecordingFolder;
import io.milliwatt.datasets.ecg.EscapeBeats;
import io.milliwatt.datasets.wfdb.Annotation;
import io.milliwatt.datasets.wfdb.AnnotationCode;
import io.milliwatt.dsp.fixedpoint.QrsDesign;
import io.milliwatt.dsp.fixedpoint.QrsDetector;
import io.milliwatt.dsp.fixedpoint.heart.AtrialFibrillation;
import io.milliwatt.dsp.fixedpoint.heart.Fibrillation;
import io.milliwatt.dsp.fixedpoint.heart.FibrillationMeasure;
import io.milliwatt.dsp.fixedpoint.heart.HeartSignalQuality;
import io.milliwatt.dsp.fixedpoint.heart.RhythmSignal;
import io.milliwatt.ec57.ComparedRecord;
import io.milliwatt.ec57.TestPeriod;
import io.milliwatt.ec57.beat.BeatComparison;
import io.milliwatt.ec57.beat.BeatFigures;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Rhythm and signal quality on the 48 half hours of the MIT-BIH Arrhythmia Database. Limits were chosen on
 * {@link MitBihRecord#DEVELOPMENT} and record 217; the bounds here are the figures measured, with a margin.
 */
class MitBihRhythmTest {

    private static final String FOLDER = "ecg/mitdb";
    private static final Set<String> ATRIAL = Set.of("(AFIB", "(AFL");
    private static final Set<AnnotationCode> REGULAR = EnumSet.of(
            AnnotationCode.NORMAL,
            AnnotationCode.LEFT_BUNDLE_BRANCH_BLOCK,
            AnnotationCode.RIGHT_BUNDLE_BRANCH_BLOCK,
            AnnotationCode.NODAL_ESCAPE,
            AnnotationCode.ATRIAL_ESCAPE,
            AnnotationCode.PACED,
            AnnotationCode.PACED_FUSION);

    private static Path folder;

    @BeforeAll
    static void findRecords() {
        var found = RecordingFolder.find(FOLDER);
        Assumptions.assumeTrue(found.isPresent(), RecordingFolder.absence(FOLDER));
        folder = found.orElseThrow();
    }

    private static List<Integer> all() {
        return Stream.of(MitBihRecord.DEVELOPMENT, MitBihRecord.JUDGEMENT, MitBihRecord.PACED)
                .flatMap(List::stream)
                .toList();
    }

    /** Time in samples, of reference and of what the states and the episodes say. */
    private static final class AtrialScore {
        private long hit;
        private long missed;
        private long falseAlarm;
        private long rejected;
        private long unknown;

        void add(boolean reference, AtrialFibrillation.State state, long samples) {
            switch (state) {
                case UNKNOWN -> unknown += samples;
                case YES -> {
                    hit += reference ? samples : 0;
                    falseAlarm += reference ? 0 : samples;
                }
                case NO -> {
                    missed += reference ? samples : 0;
                    rejected += reference ? 0 : samples;
                }
            }
        }

        double sensitivityPercent() {
            return 100.0 * hit / (hit + missed);
        }

        double specificityPercent() {
            return 100.0 * rejected / (rejected + falseAlarm);
        }

        String line(String name) {
            long total = hit + missed + falseAlarm + rejected + unknown;
            return String.format(
                    Locale.ROOT,
                    "%-12s atrial fibrillation Se %.2f, Sp %.2f, unknown %.2f %%",
                    name,
                    sensitivityPercent(),
                    specificityPercent(),
                    100.0 * unknown / total);
        }
    }

    @Test
    void atrialFibrillationIsToldFromReferenceBeats() throws IOException {
        List<Integer> development = new ArrayList<>(MitBihRecord.DEVELOPMENT);
        development.add(217);
        AtrialScore tuned = new AtrialScore();
        AtrialScore judged = new AtrialScore();
        AtrialScore whole = new AtrialScore();
        for (int number : all()) {
            scoreAtria(number, whole);
            if (development.contains(number)) {
                scoreAtria(number, tuned);
            } else if (MitBihRecord.JUDGEMENT.contains(number)) {
                scoreAtria(number, judged);
            }
        }
        System.out.println(tuned.line("DS1 and 217") + "\n" + judged.line("DS2") + "\n" + whole.line("all 48"));
        assertThat(tuned.sensitivityPercent()).isGreaterThan(98);
        assertThat(tuned.specificityPercent()).isGreaterThan(97.5);
        assertThat(whole.sensitivityPercent()).isGreaterThan(97.8);
        assertThat(whole.specificityPercent()).isGreaterThan(92);
    }

    /** The state after a beat is that of the interval 33 before. */
    private static void scoreAtria(int number, AtrialScore score) throws IOException {
        AtrialFibrillation atria = new AtrialFibrillation();
        List<Long> beats = new ArrayList<>();
        List<Boolean> truths = new ArrayList<>();
        boolean fibrillates = false;
        for (Annotation annotation : MitBihRecord.read(folder, number).reference()) {
            if (annotation.code() == AnnotationCode.RHYTHM_CHANGE) {
                fibrillates = ATRIAL.contains(annotation.auxiliary());
            } else if (annotation.code().isBeat()) {
                atria.accept(annotation.sample(), !REGULAR.contains(annotation.code()));
                beats.add(annotation.sample());
                truths.add(fibrillates);
                int at = beats.size() - 1 - 33;
                if (at >= 1) {
                    score.add(truths.get(at), atria.state(), beats.get(at) - beats.get(at - 1));
                }
            }
        }
    }

    @Test
    void flutterIsFoundAndHardlyAnythingElseIsTakenForIt() throws IOException {
        int falseAlarms = 0;
        int found = 0;
        for (int number : all()) {
            MitBihRecord record = MitBihRecord.read(folder, number);
            for (long[] episode : fibrillation(record.samples())) {
                boolean isFlutter = isFlutter(record, episode[0] + 2L * MitBihRecord.RATE_HZ)
                        || isFlutter(record, (episode[0] + episode[1]) / 2);
                found += isFlutter ? 1 : 0;
                falseAlarms += isFlutter ? 0 : 1;
                System.out.println("record " + number + " fibrillates from " + episode[0] / MitBihRecord.RATE_HZ
                        + " s to " + episode[1] / MitBihRecord.RATE_HZ + " s" + (isFlutter ? "" : ", a false alarm"));
            }
        }
        System.out.println("false alarms of fibrillation in 24 patient-hours: " + falseAlarms);
        assertThat(found).isEqualTo(6);
        assertThat(falseAlarms).isLessThanOrEqualTo(5);
    }

    private static boolean isFlutter(MitBihRecord record, long sample) {
        boolean flutter = false;
        for (Annotation annotation : record.reference()) {
            if (annotation.sample() > sample) {
                return flutter;
            }
            flutter = switch (annotation.code()) {
                case FLUTTER_BEGINS -> true;
                case FLUTTER_ENDS -> false;
                default -> flutter;
            };
        }
        return flutter;
    }

    private static List<long[]> fibrillation(short[] samples) {
        FibrillationMeasure measure = new FibrillationMeasure(MitBihRecord.RATE_HZ, 5_000);
        List<long[]> episodes = new ArrayList<>();
        boolean stood = false;
        long since = 0;
        for (short sample : samples) {
            measure.accept(sample);
            Fibrillation now = measure.state();
            if (now.stands() && !stood) {
                since = now.sinceSample();
            } else if (!now.stands() && stood) {
                episodes.add(new long[] {since, now.sinceSample()});
            }
            stood = now.stands();
        }
        return episodes;
    }

    /** What a run of the detector with its shutdown gives, from minute 5 on. */
    private record NoiseScore(List<BeatFigures> beats, long shutSeconds, long seconds) {

        static final NoiseScore NONE = new NoiseScore(List.of(), 0, 0);

        NoiseScore plus(NoiseScore other) {
            List<BeatFigures> both = new ArrayList<>(beats);
            both.addAll(other.beats);
            return new NoiseScore(both, shutSeconds + other.shutSeconds, seconds + other.seconds);
        }

        double shutPercent() {
            return 100.0 * shutSeconds / seconds;
        }

        double sensitivityPercent() {
            return BeatFigures.total(beats).qrsSensitivity().percent().orElse(100);
        }

        double positivePredictivityPercent() {
            return BeatFigures.total(beats).qrsPositivePredictivity().percent().orElse(100);
        }

        String line(String name) {
            return String.format(
                    Locale.ROOT,
                    "%-8s Se %.2f, +P %.2f outside shutdown, which lasts %.2f %%",
                    name,
                    sensitivityPercent(),
                    positivePredictivityPercent(),
                    shutPercent());
        }
    }

    @Test
    void cleanRecordsAreHardlyEverShutDown() throws IOException {
        NoiseScore sum = NoiseScore.NONE;
        for (int number : all()) {
            MitBihRecord record = MitBihRecord.read(folder, number);
            NoiseScore score = score(record, record.samples());
            if (score.shutSeconds() > 0) {
                System.out.println("record " + number + " shut down for " + score.shutSeconds() + " s");
            }
            sum = sum.plus(score);
        }
        System.out.println(sum.line("all 48"));
        assertThat(sum.shutPercent()).isLessThan(0.8);
        assertThat(sum.sensitivityPercent()).isGreaterThan(99.86);
        assertThat(sum.positivePredictivityPercent()).isGreaterThan(99.86);
    }

    /** Electrode motion at all times from minute 5 on, on records of DS1, the ratio to the QRS as in WFDB's nst. */
    @Test
    void noiseIsLivedWithDownToTwelveDecibelsAndDeclaredBelowSix() throws IOException {
        for (int decibel : new int[] {24, 18, 12, 6, 0, -6}) {
            NoiseScore sum = NoiseScore.NONE;
            for (int number : List.of(118, 119, 208)) {
                MitBihRecord record = MitBihRecord.read(folder, number);
                sum = sum.plus(score(record, noisy(record, decibel)));
            }
            System.out.println(sum.line(decibel + " dB"));
            if (decibel >= 12) {
                assertThat(sum.sensitivityPercent()).isGreaterThan(99);
                assertThat(sum.positivePredictivityPercent()).isGreaterThan(90);
                assertThat(sum.shutPercent()).isLessThan(30);
            } else if (decibel <= 0) {
                assertThat(sum.shutPercent()).isGreaterThan(95);
            }
        }
    }

    private static short[] noisy(MitBihRecord record, int decibel) {
        double[] noise = MotionNoise.of(record.samples().length, MitBihRecord.RATE_HZ, record.number());
        double height = peakToPeak(record);
        double rms = Math.sqrt(height * height / 8 / Math.pow(10, decibel / 10.0));
        short[] noisy = record.samples().clone();
        for (int i = 300 * MitBihRecord.RATE_HZ; i < noisy.length; i++) {
            noisy[i] = (short) Math.round(noisy[i] + rms * noise[i]);
        }
        return noisy;
    }

    /** Mean of the first 300 QRS complexes, without the twentieth part at either end. */
    private static double peakToPeak(MitBihRecord record) {
        int reach = MitBihRecord.RATE_HZ / 20;
        double[] heights = record.reference().stream()
                .filter(annotation -> annotation.code().isBeat())
                .skip(1)
                .limit(300)
                .mapToDouble(annotation -> {
                    int beat = (int) annotation.sample();
                    int lowest = Integer.MAX_VALUE;
                    int highest = Integer.MIN_VALUE;
                    for (int i = beat - reach; i <= beat + reach; i++) {
                        lowest = Math.min(lowest, record.samples()[i]);
                        highest = Math.max(highest, record.samples()[i]);
                    }
                    return highest - lowest;
                })
                .sorted()
                .toArray();
        return Arrays.stream(heights, 15, 285).average().orElseThrow();
    }

    /** Beats of seconds that are shut down count neither as reference nor as found. */
    private static NoiseScore score(MitBihRecord record, short[] samples) {
        int rateHz = MitBihRecord.RATE_HZ;
        QrsDetector detector = new QrsDetector(QrsDesign.forRate(rateHz), MitBihRecord.NANO_MILLIVOLT_PER_COUNT);
        HeartSignalQuality quality = new HeartSignalQuality(rateHz, 5_000, -32_768, 32_767);
        boolean[] shut = new boolean[samples.length / rateHz + 1];
        List<Annotation> found = new ArrayList<>();
        for (int i = 0; i < samples.length; i++) {
            detector.accept(samples[i]);
            if (detector.beats() > found.size()) {
                found.add(
                        Annotation.of(detector.beat(found.size()).orElseThrow().sample(), AnnotationCode.NORMAL));
            }
            if (quality.accept(samples[i], detector)) {
                shut[i / rateHz] = quality.state() == RhythmSignal.State.CANNOT_TELL
                        || quality.state() == RhythmSignal.State.LEAD_OFF;
            }
        }
        BeatFigures figures = BeatComparison.of(
                new ComparedRecord(
                        Integer.toString(record.number()),
                        rateHz,
                        TestPeriod.afterLearning(rateHz, samples.length),
                        heard(record.reference(), shut),
                        heard(found, shut)),
                EscapeBeats.SUPRAVENTRICULAR);
        long shutSeconds = 0;
        for (int second = 300; second < shut.length; second++) {
            shutSeconds += shut[second] && !isFlutter(record, (long) second * rateHz) ? 1 : 0;
        }
        return new NoiseScore(List.of(figures), shutSeconds, shut.length - 300L);
    }

    private static List<Annotation> heard(List<Annotation> annotations, boolean[] shut) {
        return annotations.stream()
                .filter(annotation ->
                        !annotation.code().isBeat() || !shut[(int) annotation.sample() / MitBihRecord.RATE_HZ])
                .toList();
    }
}
