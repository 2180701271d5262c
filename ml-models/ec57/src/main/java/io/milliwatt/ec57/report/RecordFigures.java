package io.milliwatt.ec57.report;

import io.milliwatt.datasets.ecg.EscapeBeats;
import io.milliwatt.datasets.wfdb.Annotation;
import io.milliwatt.ec57.ComparedRecord;
import io.milliwatt.ec57.Shutdown;
import io.milliwatt.ec57.TestPeriod;
import io.milliwatt.ec57.alarm.AlarmComparison;
import io.milliwatt.ec57.alarm.AlarmFigures;
import io.milliwatt.ec57.beat.BeatComparison;
import io.milliwatt.ec57.beat.BeatFigures;
import io.milliwatt.ec57.episode.EpisodeComparison;
import io.milliwatt.ec57.episode.EpisodeFigures;
import io.milliwatt.ec57.episode.Rhythm;
import io.milliwatt.ec57.episode.RhythmComparison;
import io.milliwatt.ec57.episode.RhythmFigures;
import io.milliwatt.ec57.measurement.BeatIntervals;
import io.milliwatt.ec57.measurement.InstantaneousHeartRate;
import io.milliwatt.ec57.measurement.MeasurementComparison;
import io.milliwatt.ec57.measurement.MeasurementFigures;
import io.milliwatt.ec57.run.RunComparison;
import io.milliwatt.ec57.run.RunFigures;
import io.milliwatt.ec57.run.RunKind;
import java.util.List;

/**
 * Everything that EC57 asks for about one record in one test period.
 *
 * @param beats under WFDB's convention for escape beats, which are supraventricular there
 * @param beatsWithNormalEscapes under de Chazal's, who counts them as normal
 * @param beatsWithShutdown as {@code beats}, had the analysis shut down where it calls the signal noisy
 * @param fibrillation episodes of AFIB
 * @param fibrillationOverTime AFIB and AFL, in samples
 * @param fibrillationOverBeats AFIB and AFL, in beats
 * @param ventricularFibrillation episodes of ventricular flutter or fibrillation
 * @param heartRate over eight intervals, per minute
 * @param instantaneousHeartRate of single intervals, per minute
 * @param variability the standard deviation of normal intervals over five minutes, in milliseconds
 * @param alarms one for each kind
 */
public record RecordFigures(
        String record,
        double sampleRateHz,
        TestPeriod period,
        BeatFigures beats,
        BeatFigures beatsWithNormalEscapes,
        BeatFigures beatsWithShutdown,
        RunFigures ventricularRuns,
        RunFigures supraventricularRuns,
        EpisodeFigures fibrillation,
        RhythmFigures fibrillationOverTime,
        RhythmFigures fibrillationOverBeats,
        EpisodeFigures ventricularFibrillation,
        MeasurementFigures heartRate,
        MeasurementFigures instantaneousHeartRate,
        MeasurementFigures variability,
        List<AlarmFigures> alarms) {

    /** @param reference what is true, in order of time */
    public static RecordFigures of(
            String record, double sampleRateHz, TestPeriod period, List<Annotation> reference, HeartFindings findings) {
        ComparedRecord compared = new ComparedRecord(record, sampleRateHz, period, reference, findings.annotations());
        ComparedRecord shutDown =
                new ComparedRecord(record, sampleRateHz, period, reference, Shutdown.inNoise(findings.annotations()));
        RhythmComparison fibrillation =
                new RhythmComparison(compared, Rhythm.ATRIAL_FIBRILLATION_OR_FLUTTER, findings.rhythmUnknown());
        BeatIntervals referenceIntervals = new BeatIntervals(compared.reference(), sampleRateHz);
        BeatIntervals testIntervals = new BeatIntervals(compared.test(), sampleRateHz);
        return new RecordFigures(
                record,
                sampleRateHz,
                period,
                BeatComparison.of(compared, EscapeBeats.SUPRAVENTRICULAR),
                BeatComparison.of(compared, EscapeBeats.NORMAL),
                BeatComparison.of(shutDown, EscapeBeats.SUPRAVENTRICULAR),
                RunComparison.of(compared, RunKind.VENTRICULAR, EscapeBeats.SUPRAVENTRICULAR),
                RunComparison.of(compared, RunKind.SUPRAVENTRICULAR, EscapeBeats.SUPRAVENTRICULAR),
                EpisodeComparison.of(compared, Rhythm.ATRIAL_FIBRILLATION),
                fibrillation.overTime(),
                fibrillation.overBeats(),
                EpisodeComparison.of(compared, Rhythm.VENTRICULAR_FLUTTER_OR_FIBRILLATION),
                MeasurementComparison.of(referenceIntervals.heartRate(), testIntervals.heartRate(), period),
                MeasurementComparison.of(
                        InstantaneousHeartRate.of(compared.reference(), sampleRateHz),
                        InstantaneousHeartRate.of(compared.test(), sampleRateHz),
                        period),
                MeasurementComparison.of(referenceIntervals.variability(), testIntervals.variability(), period),
                AlarmComparison.of(compared, findings.alarms()));
    }

    public double judgedSeconds() {
        return period.samples() / sampleRateHz;
    }
}
