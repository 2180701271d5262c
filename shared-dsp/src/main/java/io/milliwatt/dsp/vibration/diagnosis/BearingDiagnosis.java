package io.milliwatt.dsp.vibration.diagnosis;

import io.milliwatt.dsp.signal.Signal;
import io.milliwatt.dsp.vibration.FaultOrders;
import java.util.ArrayList;
import java.util.List;

/** Diagnoses one recording of an acceleration near a bearing. Stateless; the unit of the signal does not matter. */
public final class BearingDiagnosis {

    /** Fewer turns than this resolve no fault order. */
    private static final double LEAST_TURNS = 10;

    private static final int LEAST_SAMPLES = 256;

    private BearingDiagnosis() {}

    /**
     * Diagnoses.
     *
     * @param signal finite samples, at least 256
     * @param speedRpm stated shaft speed, positive; the true one may differ by 3 %
     * @param orders of the bearing
     */
    public static Diagnosis of(Signal signal, double speedRpm, FaultOrders orders) {
        requireUsable(signal, speedRpm);
        List<QualityFlag> quality = new ArrayList<>(RecordingQuality.of(signal));
        double statedHz = speedRpm / 60;
        double turns = signal.durationSeconds() * statedHz;
        if (turns < LEAST_TURNS) {
            quality.add(RecordingQuality.flag(
                    QualityIssue.TOO_SHORT,
                    "%.2f s hold %.1f turns of the shaft, too few to tell fault orders apart: record at least %.2f s.",
                    signal.durationSeconds(),
                    turns,
                    LEAST_TURNS / statedHz));
        }
        if (quality.stream().anyMatch(flag -> flag.issue().forbidsDiagnosis())) {
            Evidence nothing = Evidence.of("Nothing can be said about the bearing: "
                    + quality.getFirst().message());
            return new Diagnosis(Fault.NONE, 0, List.of(nothing), List.of(), quality, statedHz, false);
        }
        if (turns < LEAST_TURNS) {
            return brief(Findings.impulsiveness(Findings.views(signal, statedHz)), quality, statedHz);
        }
        Findings findings = Findings.of(signal, statedHz, orders);
        Verdict verdict = Verdict.of(findings, turns);
        if (!verdict.namesAPartClearly()) {
            Findings steady = Findings.ofSteadyImpacts(signal, statedHz, orders);
            if (Verdict.isBeyondDoubt(steady.strongest())) {
                findings = steady;
                verdict = Verdict.of(steady, turns);
            }
        }
        if (findings.shaft().contradictsTheStatedSpeed()) {
            quality.add(mismatch(findings.shaft()));
            verdict = verdict.doubtful();
        }
        return new DiagnosisReport(verdict, findings, orders).diagnosis(quality);
    }

    /** Without lines only the impulsiveness is left; its confidence is low either way. */
    private static Diagnosis brief(double impulsiveness, List<QualityFlag> quality, double shaftHz) {
        Verdict verdict = Verdict.withoutLines(impulsiveness);
        Evidence evidence = Evidence.of(DiagnosisReport.impulsivenessSentence(impulsiveness));
        return new Diagnosis(
                verdict.fault(), verdict.confidence(), List.of(evidence), List.of(), quality, shaftHz, false);
    }

    private static QualityFlag mismatch(ShaftSpeed shaft) {
        return RecordingQuality.flag(
                QualityIssue.SPEED_MISMATCH,
                "The shaft's lines do not stand at the stated %.0f rpm but at %.4g times that (%.0f rpm): the sampling rate or the speed is wrong. "
                        + "If the speed is right, the rate would be %.4g times the one given.",
                shaft.statedHz() * 60,
                shaft.otherRatio(),
                shaft.statedHz() * 60 * shaft.otherRatio(),
                1 / shaft.otherRatio());
    }

    private static void requireUsable(Signal signal, double speedRpm) {
        if (!(speedRpm > 0) || Double.isInfinite(speedRpm)) {
            throw new IllegalArgumentException(
                    "A diagnosis needs the speed of a turning shaft, but it is " + speedRpm + " rpm");
        }
        if (signal.size() < LEAST_SAMPLES) {
            throw new IllegalArgumentException(
                    "A diagnosis needs at least " + LEAST_SAMPLES + " samples, but there are " + signal.size());
        }
        for (int i = 0; i < signal.size(); i++) {
            if (!Double.isFinite(signal.value(i))) {
                throw new IllegalArgumentException(
                        "Sample " + i + " is " + signal.value(i) + "; a diagnosis needs finite samples");
            }
        }
    }
}
