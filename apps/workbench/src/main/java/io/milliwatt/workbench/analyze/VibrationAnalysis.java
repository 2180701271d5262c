package io.milliwatt.workbench.analyze;

import io.milliwatt.datasets.recording.Channel;
import io.milliwatt.datasets.recording.Recording;
import io.milliwatt.dsp.signal.Signal;
import io.milliwatt.dsp.signal.SignalUnit;
import io.milliwatt.dsp.statistics.Levels;
import io.milliwatt.dsp.statistics.Moments;
import io.milliwatt.dsp.vibration.CataloguedBearing;
import io.milliwatt.dsp.vibration.Velocity;
import io.milliwatt.dsp.vibration.diagnosis.BearingDiagnosis;
import io.milliwatt.dsp.vibration.diagnosis.Diagnosis;
import io.milliwatt.dsp.vibration.diagnosis.QualityFlag;
import io.milliwatt.dsp.vibration.diagnosis.QualityIssue;
import io.milliwatt.workbench.SuiteException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Measures and diagnoses one channel. */
record VibrationAnalysis(
        Recording recording,
        Channel channel,
        double sampleRateHz,
        SignalUnit unit,
        double speedRpm,
        CataloguedBearing bearing) {

    /** More missing samples than this are not bridged. */
    private static final double MOST_MISSING = 0.01;

    /** A speed stored in the file, or a clock column, may differ from what was stated by this much. */
    private static final double STATED_TOLERANCE = 0.03;

    VibrationReport report(Optional<Channel> clock, ZoneChoice zones) {
        List<QualityFlag> flags = new ArrayList<>();
        Signal signal = Signal.of(bridged(flags), sampleRateHz, unit);
        addContradictions(flags, clock);
        Diagnosis diagnosis = diagnosis(signal, flags);
        Optional<String> absence = levelAbsence(signal, diagnosis);
        Optional<VelocityLevel> level = absence.isPresent() ? Optional.empty() : Optional.of(level(signal, zones));
        double[] values = signal.values();
        return new VibrationReport(
                recording.file(),
                channel.name(),
                signal,
                speedRpm,
                bearing,
                Levels.of(values),
                Moments.of(values),
                level,
                absence.orElse(""),
                diagnosis);
    }

    private Diagnosis diagnosis(Signal signal, List<QualityFlag> flags) {
        try {
            return BearingDiagnosis.of(signal, speedRpm, bearing.geometry().faultOrders())
                    .withFlags(flags);
        } catch (IllegalArgumentException e) {
            throw new SuiteException(recording.file() + ", channel " + channel.name() + ": " + e.getMessage() + ".", e);
        }
    }

    private VelocityLevel level(Signal signal, ZoneChoice zones) {
        double lowEdgeHz = Velocity.lowerEdgeHz(speedRpm);
        double highEdgeHz = Math.min(Velocity.UPPER_EDGE_HZ, 0.45 * sampleRateHz);
        return new VelocityLevel(
                Velocity.rmsMillimetresPerSecond(signal, lowEdgeHz), lowEdgeHz, highEdgeHz, zones.limits());
    }

    private Optional<String> levelAbsence(Signal signal, Diagnosis diagnosis) {
        if (unit == SignalUnit.UNKNOWN) {
            return Optional.of(
                    "No levels or zones: the unit of the samples is not known. State it with --unit g or --unit m/s2.");
        }
        if (diagnosis.has(QualityIssue.CONSTANT) || diagnosis.has(QualityIssue.STOPPED)) {
            return Optional.of("No levels or zones: the signal is constant or the machine does not turn.");
        }
        double leastSeconds = 2 / Velocity.lowerEdgeHz(speedRpm);
        return signal.durationSeconds() < leastSeconds
                ? Optional.of(String.format(
                        Locale.ROOT, "No levels or zones: velocity needs %.1f s of signal.", leastSeconds))
                : Optional.empty();
    }

    /** The samples, with a few missing ones replaced along a straight line between their neighbours. */
    private double[] bridged(List<QualityFlag> flags) {
        int missing = channel.notFiniteCount();
        double[] values = channel.samples();
        if (missing == 0) {
            return values;
        }
        if (missing > MOST_MISSING * values.length) {
            throw new SuiteException(
                    recording.file() + ", channel " + channel.name() + ": " + missing + " of " + values.length
                            + " samples are missing or not a number, more than 1 %. Record again or choose another channel.");
        }
        flags.add(new QualityFlag(
                QualityIssue.NOT_FINITE,
                missing + " of " + values.length
                        + " samples are missing or not a number; they were bridged by straight lines."));
        int last = -1;
        for (int i = 0; i <= values.length; i++) {
            if (i == values.length || Double.isFinite(values[i])) {
                for (int gap = last + 1; gap < i; gap++) {
                    double before = last >= 0 ? values[last] : values[i];
                    double after = i < values.length ? values[i] : before;
                    values[gap] = before + (after - before) * (gap - last) / (i - last);
                }
                last = i;
            }
        }
        return values;
    }

    private void addContradictions(List<QualityFlag> flags, Optional<Channel> clock) {
        recording.shaftSpeedRpm().ifPresent(inFile -> {
            if (Math.abs(inFile / speedRpm - 1) > STATED_TOLERANCE) {
                flags.add(new QualityFlag(
                        QualityIssue.SPEED_MISMATCH,
                        String.format(
                                Locale.ROOT, "The file says %.0f rpm, but %.0f rpm were stated.", inFile, speedRpm)));
            }
        });
        clock.ifPresent(column -> {
            double step = (column.sample(column.length() - 1) - column.sample(0)) / (column.length() - 1);
            boolean agrees = false;
            for (double ticksPerSecond : new double[] {1, 1e3, 1e6, 1e9, sampleRateHz}) {
                agrees |= Math.abs(ticksPerSecond / step / sampleRateHz - 1) < STATED_TOLERANCE;
            }
            if (!agrees) {
                flags.add(new QualityFlag(
                        QualityIssue.RATE_MISMATCH,
                        String.format(
                                Locale.ROOT,
                                "The column '%s' counts in steps of %.6g, which is not %.6g Hz in seconds or any fraction: check --rate.",
                                column.name(),
                                step,
                                sampleRateHz)));
            }
        });
    }
}
