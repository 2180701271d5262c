package io.milliwatt.training.ec57;

import io.milliwatt.datasets.ecg.EcgRecording;
import io.milliwatt.datasets.recording.RecordingException;
import io.milliwatt.ec57.noise.NoiseStress;
import io.milliwatt.ec57.report.EvaluationFigures;
import io.milliwatt.ec57.report.HeartAnalysis;
import io.milliwatt.ec57.report.HeartFindings;
import io.milliwatt.ec57.report.NoiseCurve;
import io.milliwatt.ec57.report.RecordFigures;
import io.milliwatt.ec57.report.SetFigures;
import io.milliwatt.training.pipeline.Progress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Has an analysis judged on records, and on the same records with noise. */
public final class EcgEvaluation {
    /** The records of MIT-BIH that the noise stress test database is made of (Moody, Muldrow and Mark 1984). */
    private static final List<String> STRESSED = List.of("118", "119");

    private final HeartAnalysis analysis;
    private final EcgRecordFolder records;
    private final Optional<EcgRecordFolder> noise;
    private final Progress progress;
    private final List<RecordFigures> afterLearning = new ArrayList<>();
    private final List<RecordFigures> wholeRecords = new ArrayList<>();

    private EcgEvaluation(
            HeartAnalysis analysis, EcgRecordFolder records, Optional<EcgRecordFolder> noise, Progress progress) {
        this.analysis = analysis;
        this.records = records;
        this.noise = noise;
        this.progress = progress;
    }

    /**
     * Judges the records in their order, and then those that are stressed with each noise: records 118 and 119 where both are among them, else
     * all of them.
     */
    public static EvaluationFigures of(
            HeartAnalysis analysis, EcgRecordFolder records, Optional<EcgRecordFolder> noise, Progress progress)
            throws RecordingException {
        return new EcgEvaluation(analysis, records, noise, progress).run();
    }

    private EvaluationFigures run() throws RecordingException {
        List<String> names = records.names();
        for (int i = 0; i < names.size(); i++) {
            progress.step("judging record " + names.get(i), i, names.size());
            JudgedRecord record = JudgedRecord.of(records.read(names.get(i)));
            if (!record.isLongerThanLearning()) {
                throw new RecordingException(
                        record.name(),
                        "is no longer than the five minutes that EC57 leaves for learning",
                        "Leave it out with --records.");
            }
            HeartFindings findings = analysed(record);
            afterLearning.add(record.afterLearning(findings));
            wholeRecords.add(record.asAWhole(findings));
        }
        return new EvaluationFigures(
                analysis.subject(), RecordSets.of(afterLearning), RecordSets.of(wholeRecords), curves());
    }

    private HeartFindings analysed(JudgedRecord record) throws RecordingException {
        try {
            return analysis.analyse(record.lead());
        } catch (IllegalArgumentException unsuitable) {
            throw new RecordingException(
                    record.name(),
                    "cannot be analysed: " + unsuitable.getMessage(),
                    "Leave it out with --records.",
                    unsuitable);
        }
    }

    private List<NoiseCurve> curves() throws RecordingException {
        if (noise.isEmpty()) {
            return List.of();
        }
        List<String> stressed = records.names().containsAll(STRESSED) ? STRESSED : records.names();
        List<JudgedRecord> clean = new ArrayList<>();
        for (String name : stressed) {
            clean.add(JudgedRecord.of(records.read(name)));
        }
        List<NoiseCurve> curves = new ArrayList<>();
        List<String> names = noise.get().names();
        for (int i = 0; i < names.size(); i++) {
            progress.step("adding noise " + names.get(i) + " to " + String.join(", ", stressed), i, names.size());
            curves.add(curve(noise.get().signals(names.get(i)), clean));
        }
        return curves;
    }

    private NoiseCurve curve(EcgRecording noiseRecord, List<JudgedRecord> clean) throws RecordingException {
        if (noiseRecord.leads().isEmpty()) {
            throw new RecordingException(
                    noiseRecord.name(), "has no signal", "Name a folder of noise records such as bw, em and ma.");
        }
        List<NoiseCurve.Point> points = new ArrayList<>();
        for (int ratioDb : NoiseStress.RATIOS_DB) {
            List<RecordFigures> figures = new ArrayList<>();
            for (JudgedRecord record : clean) {
                JudgedRecord noisy = record.withNoise(noiseRecord, ratioDb);
                figures.add(noisy.afterLearning(analysed(noisy)));
            }
            points.add(new NoiseCurve.Point(
                    ratioDb, SetFigures.of(noiseRecord.name() + " at " + ratioDb + " dB", figures)));
        }
        return new NoiseCurve(noiseRecord.name(), points);
    }
}
