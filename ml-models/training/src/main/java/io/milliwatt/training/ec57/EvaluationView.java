package io.milliwatt.training.ec57;

import io.milliwatt.ec57.Proportion;
import io.milliwatt.ec57.alarm.AlarmFigures;
import io.milliwatt.ec57.beat.BeatFigures;
import io.milliwatt.ec57.measurement.MeasurementFigures;
import io.milliwatt.ec57.report.EvaluationFigures;
import io.milliwatt.ec57.report.Figure;
import io.milliwatt.ec57.report.RecordFigures;
import io.milliwatt.ec57.report.SetFigures;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/** The report for machines; shares of nothing are left out. Matrices are rows of N, S, V, F, Q, O, X by columns of the same. */
record EvaluationView(
        String subject, List<SetView> afterMinuteFive, List<SetView> wholeRecords, List<NoiseView> noise) {

    record SetView(
            String name, RecordView gross, Map<Figure, OptionalDouble> averagePercent, List<RecordView> records) {}

    record NoiseView(String noise, List<PointView> points) {}

    record PointView(int ratioDb, SetView figures) {}

    record ShareView(long count, long of, OptionalDouble percent) {}

    record MeasurementView(
            long number, OptionalDouble rmsError, OptionalDouble rmsErrorPercent, OptionalDouble referenceMean) {}

    record AlarmView(
            String alarm,
            long trueAlarms,
            long falseAlarms,
            OptionalDouble falsePerPatientHour,
            ShareView sensitivity) {}

    record RecordView(
            String record,
            double judgedSeconds,
            Map<Figure, ShareView> shares,
            List<List<Long>> beats,
            List<List<Long>> beatsWithNormalEscapes,
            OptionalDouble detectionErrorPercent,
            OptionalDouble rrErrorRmsMillis,
            OptionalDouble positionErrorRmsMillis,
            long shutdownSeconds,
            long noiseSeconds,
            List<List<Long>> beatsWithShutdown,
            long fibrillationUnknownBeats,
            MeasurementView heartRate,
            MeasurementView instantaneousHeartRate,
            MeasurementView sdnn,
            List<AlarmView> alarms) {}

    static EvaluationView of(EvaluationFigures figures) {
        return new EvaluationView(
                figures.subject(),
                figures.afterLearning().stream().map(EvaluationView::view).toList(),
                figures.wholeRecords().stream().map(EvaluationView::view).toList(),
                figures.noise().stream()
                        .map(curve -> new NoiseView(
                                curve.noise(),
                                curve.points().stream()
                                        .map(point -> new PointView(point.ratioDb(), view(point.figures())))
                                        .toList()))
                        .toList());
    }

    private static SetView view(SetFigures set) {
        Map<Figure, OptionalDouble> averages = new LinkedHashMap<>();
        set.shares().stream()
                .filter(share -> share.averagedRecords() > 0)
                .forEach(share -> averages.put(share.figure(), share.averagePercent()));
        return new SetView(
                set.name(),
                view(set.gross()),
                averages,
                set.records().stream().map(EvaluationView::view).toList());
    }

    private static RecordView view(RecordFigures record) {
        Map<Figure, ShareView> shares = new LinkedHashMap<>();
        Arrays.stream(Figure.values())
                .filter(figure -> figure.of(record).of() > 0)
                .forEach(figure -> shares.put(figure, view(figure.of(record))));
        BeatFigures beats = record.beats();
        return new RecordView(
                record.record(),
                record.judgedSeconds(),
                shares,
                beats.matrix().counts(),
                record.beatsWithNormalEscapes().matrix().counts(),
                beats.detectionErrorPercent(),
                beats.intervalErrors().rootMeanSquareMillis(),
                beats.positionErrors().rootMeanSquareMillis(),
                beats.shutdownSeconds(),
                record.beatsWithShutdown().shutdownSeconds(),
                record.beatsWithShutdown().matrix().counts(),
                record.fibrillationOverBeats().unknown(),
                view(record.heartRate()),
                view(record.instantaneousHeartRate()),
                view(record.variability()),
                record.alarms().stream().map(EvaluationView::view).toList());
    }

    private static ShareView view(Proportion share) {
        return new ShareView(share.count(), share.of(), share.percent());
    }

    private static MeasurementView view(MeasurementFigures figures) {
        return new MeasurementView(
                figures.number(),
                figures.rootMeanSquareError(),
                figures.rootMeanSquareErrorPercent(),
                figures.referenceMean());
    }

    private static AlarmView view(AlarmFigures figures) {
        return new AlarmView(
                figures.kind().words(),
                figures.trueAlarms(),
                figures.falseAlarms(),
                figures.falsePerPatientHour(),
                view(figures.sensitivity()));
    }
}
