package io.milliwatt.workbench.analyze.ecg;

import io.milliwatt.datasets.ecg.HeartAnnotations;
import io.milliwatt.dsp.fixedpoint.heart.BeatClass;
import java.util.Locale;

/** A report for people. */
final class EcgText {

    private EcgText() {}

    static String of(EcgReport report) {
        StringBuilder text = new StringBuilder();
        addHead(text, report);
        addBeats(text, report);
        addRate(text, report);
        addEpisodes(text, report);
        report.annotations().ifPresent(file -> add(text, "%nAnnotations: %s", file));
        add(text, "%nA research and engineering system; not a certified medical device.");
        return text.toString().stripTrailing();
    }

    private static void addHead(StringBuilder text, EcgReport report) {
        add(
                text,
                "%s, signal %s: %s at %s Hz, model %s",
                report.file(),
                report.lead(),
                clock(report.durationSeconds()),
                number(report.sampleRateHz()),
                report.model());
        report.remarks().forEach(remark -> add(text, "! %s", remark));
        EcgReport.Quality quality = report.quality();
        add(
                text,
                "Judged %s; not judged: %s while learning, %s lead off, %s of poor signal%s",
                clock(quality.judged()),
                clock(quality.learning()),
                clock(quality.leadOff()),
                clock(quality.cannotTell()),
                quality.signalIndex().isPresent()
                        ? "; signal quality " + quality.signalIndex().getAsInt() + " of 100"
                        : "");
    }

    private static void addBeats(StringBuilder text, EcgReport report) {
        add(text, "%n  beats            %7d", report.beatCount());
        for (BeatClass beatClass : BeatClass.values()) {
            int count = report.beats().getOrDefault(beatClass, 0);
            add(text, "  %-16s %7d %c", beatClass.name().toLowerCase(Locale.ROOT), count, beatClass.letter());
        }
        add(text, "  %-16s %7d", "not certain of", report.uncertain());
    }

    private static void addRate(StringBuilder text, EcgReport report) {
        add(text, "");
        report.rate()
                .ifPresent(rate -> add(
                        text,
                        "  %-16s %7d per minute, %d to %d",
                        "heart rate",
                        rate.mean(),
                        rate.lowest(),
                        rate.highest()));
        report.respirationRatePerMinute().ifPresent(rate -> add(text, "  %-16s %7.1f per minute", "respiration", rate));
        report.variability().time().ifPresent(time -> {
            add(text, "  %-16s %7.1f ms", "SDNN", time.sdnnMillis());
            add(text, "  %-16s %7.1f ms", "RMSSD", time.rmssdMillis());
            add(text, "  %-16s %7.1f %%", "pNN50", time.pnn50Percent());
        });
        EcgReport.Quality quality = report.quality();
        add(
                text,
                "  %-16s %7s, cannot be told for %s",
                "atrial fibr.",
                clock(quality.atrialFibrillation()),
                clock(quality.rhythmUnknown()));
    }

    private static void addEpisodes(StringBuilder text, EcgReport report) {
        add(
                text,
                report.episodes().isEmpty()
                        ? "%nNo episodes."
                        : "%n  begin       length  beats  rate  urgency  episode");
        for (Episode episode : report.episodes()) {
            double end = episode.endSeconds().orElse(report.durationSeconds());
            add(
                    text,
                    "  %-8s %9.1f s %6d %5s  %-7s  %s%s",
                    clock(episode.beginSeconds()),
                    end - episode.beginSeconds(),
                    episode.beats(),
                    episode.heartRatePerMinute() == 0 ? "-" : Integer.toString(episode.heartRatePerMinute()),
                    urgency(episode.urgency()),
                    HeartAnnotations.text(episode.rhythm()),
                    episode.endSeconds().isEmpty() ? " (stands at the end)" : "");
        }
    }

    static String urgency(int urgency) {
        return switch (urgency) {
            case 3 -> "high";
            case 2 -> "medium";
            case 1 -> "low";
            default -> "none";
        };
    }

    private static String clock(double seconds) {
        long whole = (long) seconds;
        return whole < 3600
                ? String.format(Locale.ROOT, "%d:%02d", whole / 60, whole % 60)
                : String.format(Locale.ROOT, "%d:%02d:%02d", whole / 3600, whole / 60 % 60, whole % 60);
    }

    private static String number(double value) {
        return value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value);
    }

    private static void add(StringBuilder text, String format, Object... values) {
        text.append(String.format(Locale.ROOT, format, values)).append(System.lineSeparator());
    }
}
