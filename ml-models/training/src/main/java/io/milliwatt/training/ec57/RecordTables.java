package io.milliwatt.training.ec57;

import io.milliwatt.ec57.beat.BeatFigures;
import io.milliwatt.ec57.beat.Label;
import io.milliwatt.ec57.report.RecordFigures;
import io.milliwatt.ec57.run.RunFigures;
import io.milliwatt.training.document.Block.Table;
import java.util.List;
import java.util.function.Function;

/** The report's tables record by record, which EC57 demands beside all sums. */
final class RecordTables {
    private RecordTables() {}

    static Table beats(List<RecordFigures> records) {
        return table(
                records,
                List.of(
                        "record",
                        "beats",
                        "missed",
                        "extra",
                        "QRS Se / +P",
                        "VEB",
                        "VEB Se / +P",
                        "VEB FPR %",
                        "SVEB",
                        "SVEB Se / +P",
                        "SVEB Se / +P, escapes normal",
                        "RR, ms",
                        "R, ms"),
                record -> {
                    BeatFigures beats = record.beats();
                    BeatFigures other = record.beatsWithNormalEscapes();
                    return List.of(
                            record.record(),
                            Cell.count(beats.qrsSensitivity().of()),
                            Cell.count(beats.missed()),
                            Cell.count(beats.extra()),
                            Cell.pair(beats.qrsSensitivity(), beats.qrsPositivePredictivity()),
                            Cell.count(beats.ventricularSensitivity().of()),
                            Cell.pair(beats.ventricularSensitivity(), beats.ventricularPositivePredictivity()),
                            Cell.decimals(beats.ventricularFalsePositiveRate().percent(), 3),
                            Cell.count(beats.supraventricularSensitivity().of()),
                            Cell.pair(
                                    beats.supraventricularSensitivity(), beats.supraventricularPositivePredictivity()),
                            Cell.pair(
                                    other.supraventricularSensitivity(), other.supraventricularPositivePredictivity()),
                            Cell.decimals(beats.intervalErrors().rootMeanSquareMillis(), 2),
                            Cell.decimals(beats.positionErrors().rootMeanSquareMillis(), 2));
                });
    }

    /** What would not be told if the analysis shut down where it calls the signal noisy. */
    static Table shutdowns(List<RecordFigures> records) {
        return table(
                records,
                List.of("record", "noise, s", "beats in it", "% of beats", "N", "S", "V", "F", "Q"),
                record -> {
                    BeatFigures beats = record.beatsWithShutdown();
                    return List.of(
                            record.record(),
                            Cell.count(beats.shutdownSeconds()),
                            Cell.count(beats.missedInShutdown().count()),
                            Cell.percent(beats.missedInShutdown()),
                            Cell.count(beats.matrix().count(Label.N, Label.X)),
                            Cell.count(beats.matrix().count(Label.S, Label.X)),
                            Cell.count(beats.matrix().count(Label.V, Label.X)),
                            Cell.count(beats.matrix().count(Label.F, Label.X)),
                            Cell.count(beats.matrix().count(Label.Q, Label.X)));
                });
    }

    /** Of one kind; records without any run on either side are left out. */
    static Table runs(List<RecordFigures> records, Function<RecordFigures, RunFigures> kind) {
        return table(
                records.stream().filter(record -> hasRuns(kind.apply(record))).toList(),
                List.of("record", "couplets Se / +P", "of", "short runs Se / +P", "of", "long runs Se / +P", "of"),
                record -> {
                    RunFigures runs = kind.apply(record);
                    return List.of(
                            record.record(),
                            Cell.pair(runs.coupletSensitivity(), runs.coupletPositivePredictivity()),
                            Cell.count(runs.coupletSensitivity().of()),
                            Cell.pair(runs.shortRunSensitivity(), runs.shortRunPositivePredictivity()),
                            Cell.count(runs.shortRunSensitivity().of()),
                            Cell.pair(runs.longRunSensitivity(), runs.longRunPositivePredictivity()),
                            Cell.count(runs.longRunSensitivity().of()));
                });
    }

    private static boolean hasRuns(RunFigures runs) {
        return runs.coupletSensitivity().of()
                        + runs.coupletPositivePredictivity().of()
                        + runs.shortRunSensitivity().of()
                        + runs.shortRunPositivePredictivity().of()
                        + runs.longRunSensitivity().of()
                        + runs.longRunPositivePredictivity().of()
                > 0;
    }

    /** Records without any episode on either side have only what was wrongly or rightly left out. */
    static Table rhythms(List<RecordFigures> records) {
        return table(
                records,
                List.of(
                        "record",
                        "AF episodes Se / +P",
                        "AF duration Se / +P",
                        "AF and AFL beats Se / Sp",
                        "AF, min:s",
                        "told, min:s",
                        "VF episodes Se / +P",
                        "VF duration Se / +P",
                        "heart rate error, %"),
                record -> List.of(
                        record.record(),
                        Cell.pair(
                                record.fibrillation().sensitivity(),
                                record.fibrillation().positivePredictivity()),
                        Cell.pair(
                                record.fibrillation().durationSensitivity(),
                                record.fibrillation().durationPositivePredictivity()),
                        Cell.pair(
                                record.fibrillationOverBeats().sensitivity(),
                                record.fibrillationOverBeats().specificity()),
                        Cell.duration(record.fibrillation().referenceSeconds()),
                        Cell.duration(record.fibrillation().testSeconds()),
                        Cell.pair(
                                record.ventricularFibrillation().sensitivity(),
                                record.ventricularFibrillation().positivePredictivity()),
                        Cell.pair(
                                record.ventricularFibrillation().durationSensitivity(),
                                record.ventricularFibrillation().durationPositivePredictivity()),
                        Cell.decimals(record.heartRate().rootMeanSquareErrorPercent(), 3)));
    }

    private static Table table(
            List<RecordFigures> records, List<String> header, Function<RecordFigures, List<String>> row) {
        return new Table(header, records.stream().map(row).toList());
    }
}
