package io.milliwatt.training.ec57;

import io.milliwatt.ec57.alarm.AlarmFigures;
import io.milliwatt.ec57.beat.BeatFigures;
import io.milliwatt.ec57.measurement.MeasurementFigures;
import io.milliwatt.ec57.report.NoiseCurve;
import io.milliwatt.ec57.report.RecordFigures;
import io.milliwatt.ec57.report.SetFigures;
import io.milliwatt.training.document.Block.Table;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The report's tables over sets of records. */
final class SetTables {
    private SetTables() {}

    static Table detection(List<SetFigures> sets) {
        return new Table(
                List.of(
                        "records",
                        "beats",
                        "missed",
                        "extra",
                        "Se %",
                        "+P %",
                        "error %",
                        "R position, ms rms",
                        "RR, ms rms"),
                sets.stream()
                        .map(set -> detection(set.name(), set.gross().beats()))
                        .toList());
    }

    private static List<String> detection(String name, BeatFigures beats) {
        return List.of(
                name,
                Cell.count(beats.qrsSensitivity().of()),
                Cell.count(beats.missed()),
                Cell.count(beats.extra()),
                Cell.percent(beats.qrsSensitivity()),
                Cell.percent(beats.qrsPositivePredictivity()),
                Cell.decimals(beats.detectionErrorPercent(), 3),
                Cell.decimals(beats.positionErrors().rootMeanSquareMillis(), 2),
                Cell.decimals(beats.intervalErrors().rootMeanSquareMillis(), 2));
    }

    /** What is told in a signal that the analysis calls noisy, and what it would be if it shut down there. */
    static Table shutdown(List<SetFigures> sets) {
        return new Table(
                List.of(
                        "records",
                        "Se / +P",
                        "Se / +P with shutdown",
                        "accuracy %",
                        "with shutdown",
                        "missed in shutdown %",
                        "shutdown, s"),
                sets.stream()
                        .map(set -> shutdown(
                                set.name(), set.gross().beats(), set.gross().beatsWithShutdown()))
                        .toList());
    }

    private static List<String> shutdown(String name, BeatFigures told, BeatFigures shut) {
        return List.of(
                name,
                Cell.pair(told.qrsSensitivity(), told.qrsPositivePredictivity()),
                Cell.pair(shut.qrsSensitivity(), shut.qrsPositivePredictivity()),
                Cell.percent(told.accuracy()),
                Cell.percent(shut.accuracy()),
                Cell.percent(shut.missedInShutdown()),
                Cell.count(shut.shutdownSeconds()));
    }

    /** @param withNormalEscapes whether escape beats are counted as normal, as de Chazal does */
    static Table classes(List<SetFigures> sets, boolean withNormalEscapes) {
        return new Table(
                List.of(
                        "records",
                        "accuracy %",
                        "N Se / +P",
                        "SVEB Se / +P",
                        "SVEB FPR %",
                        "VEB Se / +P",
                        "VEB FPR %",
                        "F Se %"),
                sets.stream()
                        .map(set -> classes(
                                set.name(),
                                withNormalEscapes
                                        ? set.gross().beatsWithNormalEscapes()
                                        : set.gross().beats()))
                        .toList());
    }

    private static List<String> classes(String name, BeatFigures beats) {
        return List.of(
                name,
                Cell.percent(beats.accuracy()),
                Cell.pair(beats.normalSensitivity(), beats.normalPositivePredictivity()),
                Cell.pair(beats.supraventricularSensitivity(), beats.supraventricularPositivePredictivity()),
                Cell.decimals(beats.supraventricularFalsePositiveRate().percent(), 3),
                Cell.pair(beats.ventricularSensitivity(), beats.ventricularPositivePredictivity()),
                Cell.decimals(beats.ventricularFalsePositiveRate().percent(), 3),
                Cell.percent(beats.fusionSensitivity()));
    }

    /** Gross and average of one set. */
    static Table shares(SetFigures set) {
        return new Table(
                List.of("figure", "gross %", "counts", "average %", "over records"),
                set.shares().stream()
                        .filter(share -> share.gross().of() > 0)
                        .map(share -> List.of(
                                share.figure().words(),
                                Cell.percent(share.gross()),
                                Cell.of(share.gross()),
                                Cell.percent(share.averagePercent()),
                                Integer.toString(share.averagedRecords())))
                        .toList());
    }

    static Table fibrillation(List<SetFigures> sets) {
        return new Table(
                List.of(
                        "records",
                        "episodes Se / +P",
                        "duration Se / +P",
                        "time Se / Sp",
                        "beats Se / Sp",
                        "beats +P %",
                        "beats unknown",
                        "reference, min:s",
                        "test, min:s"),
                sets.stream().map(set -> fibrillation(set.name(), set.gross())).toList());
    }

    private static List<String> fibrillation(String name, RecordFigures figures) {
        return List.of(
                name,
                Cell.pair(
                        figures.fibrillation().sensitivity(),
                        figures.fibrillation().positivePredictivity()),
                Cell.pair(
                        figures.fibrillation().durationSensitivity(),
                        figures.fibrillation().durationPositivePredictivity()),
                Cell.pair(
                        figures.fibrillationOverTime().sensitivity(),
                        figures.fibrillationOverTime().specificity()),
                Cell.pair(
                        figures.fibrillationOverBeats().sensitivity(),
                        figures.fibrillationOverBeats().specificity()),
                Cell.percent(figures.fibrillationOverBeats().positivePredictivity()),
                Cell.count(figures.fibrillationOverBeats().unknown()),
                Cell.duration(figures.fibrillation().referenceSeconds()),
                Cell.duration(figures.fibrillation().testSeconds()));
    }

    static Table measurements(RecordFigures gross) {
        return new Table(
                List.of("measurement", "compared", "rms error", "rms error, % of the mean", "mean of the reference"),
                List.of(
                        measurement("heart rate over 8 intervals, 1/min", gross.heartRate()),
                        measurement("heart rate of single intervals, 1/min", gross.instantaneousHeartRate()),
                        measurement("SDNN over five minutes, ms", gross.variability())));
    }

    private static List<String> measurement(String name, MeasurementFigures figures) {
        return List.of(
                name,
                Cell.count(figures.number()),
                Cell.decimals(figures.rootMeanSquareError(), 3),
                Cell.decimals(figures.rootMeanSquareErrorPercent(), 3),
                Cell.decimals(figures.referenceMean(), 2));
    }

    static Table alarms(RecordFigures gross) {
        return new Table(
                List.of("alarm", "true", "false", "false per patient-hour", "conditions found", "Se %"),
                gross.alarms().stream().map(SetTables::alarm).toList());
    }

    private static List<String> alarm(AlarmFigures figures) {
        return List.of(
                figures.kind().words() + (figures.kind().isHighPriority() ? " (high)" : ""),
                Cell.count(figures.trueAlarms()),
                Cell.count(figures.falseAlarms()),
                Cell.decimals(figures.falsePerPatientHour(), 3),
                Cell.of(figures.sensitivity()),
                Cell.percent(figures.sensitivity()));
    }

    /** One row for each ratio, and for each noise its pair of figures. */
    static Table noise(List<NoiseCurve> curves) {
        List<String> header = new ArrayList<>(List.of("SNR, dB"));
        curves.forEach(curve -> header.addAll(
                List.of(curve.noise() + " Se / +P", curve.noise() + " in noise %", curve.noise() + " noise, s")));
        List<List<String>> rows = new ArrayList<>();
        for (int i = 0; i < curves.getFirst().points().size(); i++) {
            List<String> row = new ArrayList<>(
                    List.of(Integer.toString(curves.getFirst().points().get(i).ratioDb())));
            for (NoiseCurve curve : curves) {
                RecordFigures gross = curve.points().get(i).figures().gross();
                BeatFigures beats = gross.beats();
                BeatFigures shut = gross.beatsWithShutdown();
                row.addAll(Arrays.asList(
                        Cell.pair(beats.qrsSensitivity(), beats.qrsPositivePredictivity()),
                        Cell.percent(shut.missedInShutdown()),
                        Cell.count(shut.shutdownSeconds())));
            }
            rows.add(row);
        }
        return new Table(header, rows);
    }
}
