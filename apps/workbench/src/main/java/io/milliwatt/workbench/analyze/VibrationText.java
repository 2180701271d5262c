package io.milliwatt.workbench.analyze;

import io.milliwatt.dsp.signal.SignalUnit;
import io.milliwatt.dsp.vibration.FaultOrders;
import io.milliwatt.dsp.vibration.SeverityLimits;
import io.milliwatt.dsp.vibration.diagnosis.Diagnosis;
import io.milliwatt.dsp.vibration.diagnosis.EnvelopeLine;
import io.milliwatt.dsp.vibration.diagnosis.Evidence;
import io.milliwatt.dsp.vibration.diagnosis.QualityFlag;
import java.util.Locale;

/** A report for people. */
final class VibrationText {

    private VibrationText() {}

    static String of(VibrationReport report) {
        StringBuilder text = new StringBuilder();
        addHead(text, report);
        addFeatures(text, report);
        addLines(text, report.diagnosis());
        addDiagnosis(text, report.diagnosis());
        return text.toString().stripTrailing();
    }

    private static void addHead(StringBuilder text, VibrationReport report) {
        FaultOrders orders = report.bearing().geometry().faultOrders();
        add(
                text,
                "%s, channel %s: %.2f s at %.0f Hz, %.0f rpm",
                report.file(),
                report.channel(),
                report.signal().durationSeconds(),
                report.signal().sampleRateHz(),
                report.speedRpm());
        add(text, "Bearing %s (%s)", report.bearing().name(), report.bearing().source());
        add(
                text,
                "Orders: BPFO %.4f, BPFI %.4f, BSF %.4f, FTF %.4f",
                orders.outerRace(),
                orders.innerRace(),
                orders.elementSpin(),
                orders.cage());
        for (QualityFlag flag : report.diagnosis().quality()) {
            add(text, "! %s: %s", flag.issue().code(), flag.message());
        }
    }

    private static void addFeatures(StringBuilder text, VibrationReport report) {
        String unit = report.signal().unit() == SignalUnit.UNKNOWN
                ? "(unit not known)"
                : report.signal().unit().symbol();
        add(text, "");
        add(text, "  %-14s %10.4g %s", "rms", report.levels().rms(), unit);
        add(text, "  %-14s %10.4g %s", "peak", report.levels().peak(), unit);
        add(text, "  %-14s %10.2f", "crest factor", report.levels().crestFactor());
        add(
                text,
                "  %-14s %10.2f (3 is plain noise)",
                "kurtosis",
                report.moments().kurtosis());
        report.level().ifPresent(level -> {
            add(
                    text,
                    "  %-14s %10.2f mm/s rms, %.0f-%.0f Hz",
                    "velocity",
                    level.rmsMillimetresPerSecond(),
                    level.lowEdgeHz(),
                    level.highEdgeHz());
            for (SeverityLimits limits : level.limits()) {
                add(
                        text,
                        "  %-14s %10s group %s, %s support (%.1f / %.1f / %.1f mm/s): %s",
                        "zone",
                        level.zone(limits).name(),
                        limits.group(),
                        limits.support(),
                        limits.ab(),
                        limits.bc(),
                        limits.cd(),
                        level.zone(limits).meaning());
            }
            add(text, "  Zones after %s.", level.limits().getFirst().edition());
        });
        if (!report.levelAbsence().isEmpty()) {
            add(text, "  %s", report.levelAbsence());
        }
    }

    private static void addLines(StringBuilder text, Diagnosis diagnosis) {
        if (diagnosis.lines().isEmpty()) {
            return;
        }
        add(text, "");
        add(text, "  line      expected Hz   measured Hz   height dB");
        for (EnvelopeLine line : diagnosis.lines()) {
            add(
                    text,
                    "  %-8s %12.2f  %12.2f  %10.1f %s",
                    line.harmonic() + "x" + (line.name().startsWith("2x") ? "2BSF" : line.name()),
                    line.expectedHz(),
                    line.measuredHz(),
                    line.heightDecibels(),
                    line.found() ? " found" : "");
        }
    }

    private static void addDiagnosis(StringBuilder text, Diagnosis diagnosis) {
        add(text, "");
        add(text, "Diagnosis: %s, confidence %.2f", diagnosis.fault().label(), diagnosis.confidence());
        for (Evidence evidence : diagnosis.evidence()) {
            add(text, "- %s", evidence.sentence());
        }
    }

    private static void add(StringBuilder text, String format, Object... values) {
        text.append(String.format(Locale.ROOT, format, values)).append(System.lineSeparator());
    }
}
