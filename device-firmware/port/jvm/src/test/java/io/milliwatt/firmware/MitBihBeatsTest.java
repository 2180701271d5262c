package io.milliwatt.firmware;

import static org.assertj.core.api.Assertions.assertThat;

import io.milliwatt.datasets.RecordingFolder;
import io.milliwatt.datasets.ecg.EscapeBeats;
import io.milliwatt.datasets.wfdb.Annotation;
import io.milliwatt.datasets.wfdb.AnnotationCode;
import io.milliwatt.dsp.fixedpoint.FaultOrders;
import io.milliwatt.dsp.fixedpoint.HeartBeat;
import io.milliwatt.dsp.fixedpoint.QrsDesign;
import io.milliwatt.dsp.fixedpoint.QrsDetector;
import io.milliwatt.dsp.fixedpoint.recipe.FeatureVector;
import io.milliwatt.dsp.fixedpoint.recipe.Output;
import io.milliwatt.dsp.fixedpoint.recipe.ReadingStep;
import io.milliwatt.dsp.fixedpoint.recipe.Recipe;
import io.milliwatt.dsp.fixedpoint.recipe.RecipeInterpreter;
import io.milliwatt.dsp.fixedpoint.recipe.SampleUnit;
import io.milliwatt.dsp.fixedpoint.recipe.SensorConfiguration;
import io.milliwatt.ec57.ComparedRecord;
import io.milliwatt.ec57.TestPeriod;
import io.milliwatt.ec57.beat.BeatComparison;
import io.milliwatt.ec57.beat.BeatFigures;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * The QRS detector on the 48 half hours of the MIT-BIH Arrhythmia Database. Its parameters were searched for on the records of
 * {@link MitBihRecord#DEVELOPMENT} and {@link MitBihRecord#PACED} only; the limits are the figures measured, with a margin.
 */
class MitBihBeatsTest {

    private static final String FOLDER = "ecg/mitdb";
    private static final int CHUNK = 400;

    private static final SensorConfiguration SENSOR =
            new SensorConfiguration(MitBihRecord.NANO_MILLIVOLT_PER_COUNT, FaultOrders.NONE);

    private static final Recipe RECIPE = new Recipe(
            2,
            1,
            SampleUnit.MILLIVOLT,
            0,
            1_000 * MitBihRecord.RATE_HZ,
            10 * MitBihRecord.RATE_HZ,
            List.of(new ReadingStep.Qrs(0, QrsDesign.forRate(MitBihRecord.RATE_HZ))),
            List.of(
                    new Output("beats", "", 1, 1, 0, false, 1, 0),
                    new Output("meanInterval", "samples", 1, 1, 1, false, 1, 0),
                    new Output("lastInterval", "samples", 1, 1, 2, false, 1, 0),
                    new Output("sinceBeat", "samples", 1, 1, 3, false, 1, 0)));

    private static Path folder;

    @BeforeAll
    static void findRecords() {
        var found = RecordingFolder.find(FOLDER);
        Assumptions.assumeTrue(found.isPresent(), RecordingFolder.absence(FOLDER));
        folder = found.orElseThrow();
    }

    @Test
    void recordsNeverTunedOnAreJudgedLikeTheOthers() throws IOException {
        List<BeatFigures> development = score(MitBihRecord.DEVELOPMENT);
        List<BeatFigures> paced = score(MitBihRecord.PACED);
        List<BeatFigures> judgement = score(MitBihRecord.JUDGEMENT);
        BeatFigures all = report(
                "all 48",
                Stream.of(development, paced, judgement).flatMap(List::stream).toList());
        BeatFigures unseen = report("DS2", judgement);
        assertThat(report("DS1", development).qrsSensitivity().of()).isEqualTo(42_463);
        assertThat(unseen.qrsSensitivity().of()).isEqualTo(41_515);
        assertThat(unseen.detectionErrorPercent().orElseThrow()).isLessThan(0.40);
        assertThat(all.qrsSensitivity().of()).isEqualTo(91_285);
        assertThat(all.qrsSensitivity().percent().orElseThrow()).isGreaterThan(99.80);
        assertThat(all.qrsPositivePredictivity().percent().orElseThrow()).isGreaterThan(99.80);
        assertThat(all.detectionErrorPercent().orElseThrow()).isLessThan(0.32);
        assertThat(all.positionErrors().rootMeanSquareMillis().orElseThrow()).isLessThan(9.0);
    }

    /** The table by record is what EC57 asks for; it belongs to the test's output. */
    private static BeatFigures report(String name, List<BeatFigures> figures) {
        BeatFigures total = BeatFigures.total(figures);
        System.out.printf(
                Locale.ROOT,
                "%-16s %6d beats, missed %4d, extra %4d, Se %.3f, +P %.3f, error %.3f %%, R position %.2f ms rms%n",
                name,
                total.qrsSensitivity().of(),
                total.qrsSensitivity().of() - total.qrsSensitivity().count(),
                total.qrsPositivePredictivity().of()
                        - total.qrsPositivePredictivity().count(),
                total.qrsSensitivity().percent().orElseThrow(),
                total.qrsPositivePredictivity().percent().orElseThrow(),
                total.detectionErrorPercent().orElseThrow(),
                total.positionErrors().rootMeanSquareMillis().orElseThrow());
        return total;
    }

    private static List<BeatFigures> score(List<Integer> records) throws IOException {
        List<BeatFigures> figures = new ArrayList<>();
        for (int number : records) {
            MitBihRecord record = MitBihRecord.read(folder, number);
            int[] beats = detected(record.samples(), MitBihRecord.RATE_HZ);
            BeatFigures score = compared(record, MitBihRecord.RATE_HZ, beats);
            report("record " + number, List.of(score));
            figures.add(score);
        }
        return figures;
    }

    /** By the rules of EC57, after minute 5. */
    private static BeatFigures compared(MitBihRecord record, int rateHz, int[] beats) {
        double scale = (double) rateHz / MitBihRecord.RATE_HZ;
        List<Annotation> reference = record.reference().stream()
                .map(annotation -> new Annotation(
                        Math.round(annotation.sample() * scale),
                        annotation.code(),
                        annotation.subtype(),
                        annotation.channel(),
                        annotation.number(),
                        annotation.auxiliary()))
                .toList();
        List<Annotation> test = Arrays.stream(beats)
                .mapToObj(beat -> Annotation.of(beat, AnnotationCode.NORMAL))
                .toList();
        TestPeriod period = TestPeriod.afterLearning(rateHz, Math.round(record.samples().length * scale));
        return BeatComparison.of(
                new ComparedRecord(Integer.toString(record.number()), rateHz, period, reference, test),
                EscapeBeats.SUPRAVENTRICULAR);
    }

    private static int[] detected(short[] samples, int rateHz) {
        QrsDetector detector = new QrsDetector(QrsDesign.forRate(rateHz), MitBihRecord.NANO_MILLIVOLT_PER_COUNT);
        List<Integer> beats = new ArrayList<>();
        for (short sample : samples) {
            detector.accept(sample);
            if (detector.beats() > beats.size()) {
                beats.add((int) detector.beat(beats.size()).orElseThrow().sample());
            }
        }
        return beats.stream().mapToInt(Integer::intValue).toArray();
    }

    /** The same hearts at the rates of other recorders, from the development records: the design follows the rate. */
    @Test
    void otherSampleRatesFindTheSameBeats() throws IOException {
        for (int rateHz : new int[] {125, 250, 500}) {
            List<BeatFigures> figures = new ArrayList<>();
            for (int number : MitBihRecord.DEVELOPMENT) {
                MitBihRecord record = MitBihRecord.read(folder, number);
                int[] beats = detected(resampled(record.samples(), rateHz), rateHz);
                figures.add(compared(record, rateHz, beats));
            }
            BeatFigures sum = report("DS1 at " + rateHz + " Hz", figures);
            assertThat(sum.detectionErrorPercent().orElseThrow())
                    .as("at %d Hz", rateHz)
                    .isLessThan(0.5);
        }
    }

    private static short[] resampled(short[] samples, int rateHz) {
        short[] resampled = new short[(int) ((long) samples.length * rateHz / MitBihRecord.RATE_HZ) - 1];
        for (int i = 0; i < resampled.length; i++) {
            double at = (double) i * MitBihRecord.RATE_HZ / rateHz;
            int before = (int) at;
            double part = at - before;
            resampled[i] = (short) Math.round(samples[before] * (1 - part) + samples[before + 1] * part);
        }
        return resampled;
    }

    /** Every beat and every window of whole records; the system property milliwatt.all makes it all 48. */
    @Test
    void javaAndTheFirmwareAgreeOnEveryBeat() throws IOException {
        List<Integer> records = Boolean.getBoolean("milliwatt.all")
                ? Stream.of(MitBihRecord.DEVELOPMENT, MitBihRecord.PACED, MitBihRecord.JUDGEMENT)
                        .flatMap(List::stream)
                        .toList()
                : List.of(100, 105, 108, 203, 207, 217, 222, 228);
        for (int number : records) {
            short[] samples = MitBihRecord.read(folder, number).samples();
            List<FeatureVector> inJava = new ArrayList<>();
            List<FeatureVector> inC = new ArrayList<>();
            List<HeartBeat> beatsInC = new ArrayList<>();
            RecipeInterpreter interpreter = new RecipeInterpreter(RECIPE, SENSOR);
            QrsDetector detector = interpreter.beats(1);
            try (NativeRecipe node = new NativeRecipe(RECIPE.toBytes(), SENSOR)) {
                for (int at = 0; at < samples.length; at += CHUNK) {
                    interpreter.accept(samples, at, CHUNK, inJava::add);
                    node.accept(samples, at, CHUNK, inC::add);
                    for (HeartBeat beat : node.newBeats(1)) {
                        assertThat(detector.beat(beat.number())).contains(beat);
                        beatsInC.add(beat);
                    }
                }
            }
            assertThat(beatsInC).hasSize((int) detector.beats());
            assertThat(inC).as("record %d", number).isEqualTo(inJava);
        }
    }
}
