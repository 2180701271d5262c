package io.milliwatt.training.ec57;

import io.milliwatt.datasets.wfdb.Annotation;
import io.milliwatt.datasets.wfdb.AnnotationCode;
import io.milliwatt.ec57.TestPeriod;
import io.milliwatt.ec57.alarm.Alarm;
import io.milliwatt.ec57.alarm.AlarmKind;
import io.milliwatt.ec57.episode.Span;
import io.milliwatt.ec57.report.EvaluationFigures;
import io.milliwatt.ec57.report.HeartFindings;
import io.milliwatt.ec57.report.NoiseCurve;
import io.milliwatt.ec57.report.RecordFigures;
import io.milliwatt.ec57.report.SetFigures;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** An evaluation of records of MIT-BIH's names whose beats are made up: every class, rhythms, runs, and an analysis that errs at random. */
final class SyntheticFigures {
    private static final int RATE_HZ = 360;
    private static final int BEATS = 1_500;
    private static final long SAMPLES = 300L * BEATS;
    private static final String CLASSES = "NNNNNNNNNNNNNNNNNNNNAAVVVVEjF/";

    private SyntheticFigures() {}

    static EvaluationFigures evaluation() {
        List<RecordFigures> after = records(0.02, TestPeriod.afterLearning(RATE_HZ, SAMPLES));
        List<RecordFigures> whole = records(0.02, TestPeriod.wholeRecord(SAMPLES));
        return new EvaluationFigures(
                "a made-up analysis",
                RecordSets.of(after),
                RecordSets.of(whole),
                List.of(curve("em", 1), curve("ma", 2)));
    }

    private static NoiseCurve curve(String name, double strength) {
        List<NoiseCurve.Point> points = new ArrayList<>();
        for (int ratioDb : new int[] {24, 18, 12, 6, 0, -6}) {
            double errors = strength * 0.002 * (30 - ratioDb);
            points.add(new NoiseCurve.Point(
                    ratioDb, SetFigures.of(name, records(errors, TestPeriod.afterLearning(RATE_HZ, SAMPLES)))));
        }
        return new NoiseCurve(name, points);
    }

    private static List<RecordFigures> records(double errors, TestPeriod period) {
        List<RecordFigures> figures = new ArrayList<>();
        for (String name : List.of("101", "118", "119", "207", "232", "233")) {
            Random random = new Random(name.hashCode());
            List<Annotation> reference = reference(random);
            figures.add(RecordFigures.of(name, RATE_HZ, period, reference, findings(reference, errors, random)));
        }
        return figures;
    }

    private static List<Annotation> reference(Random random) {
        List<Annotation> reference = new ArrayList<>(List.of(Annotation.rhythm(10, "(N")));
        for (int i = 1; i < BEATS; i++) {
            if (i % 500 == 400) {
                reference.add(Annotation.rhythm(300L * i - 100, i % 1000 == 400 ? "(AFIB" : "(N"));
            }
            reference.add(Annotation.of(300L * i, code(random)));
        }
        return reference;
    }

    private static AnnotationCode code(Random random) {
        char mnemonic = CLASSES.charAt(random.nextInt(CLASSES.length()));
        return AnnotationCode.ofMnemonic(String.valueOf(mnemonic)).orElseThrow();
    }

    private static HeartFindings findings(List<Annotation> reference, double errors, Random random) {
        List<Annotation> test = new ArrayList<>();
        for (Annotation annotation : reference) {
            if (!annotation.code().isBeat()) {
                test.add(annotation);
            } else if (random.nextDouble() > errors) {
                boolean confused = random.nextDouble() < 2 * errors;
                long sample = annotation.sample() + random.nextInt(7) - 3;
                test.add(Annotation.of(sample, confused ? code(random) : annotation.code()));
            }
            if (annotation.code().isBeat() && random.nextDouble() < errors) {
                test.add(Annotation.of(annotation.sample() + 140, AnnotationCode.NORMAL));
            }
        }
        return new HeartFindings(
                test,
                List.of(new Span(140_000, 150_000)),
                List.of(
                        new Alarm(AlarmKind.VENTRICULAR_TACHYCARDIA, new Span(200_000, 201_000)),
                        new Alarm(AlarmKind.ATRIAL_FIBRILLATION, new Span(130_000, 200_000))));
    }
}
