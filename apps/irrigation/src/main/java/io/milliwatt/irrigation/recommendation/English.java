package io.milliwatt.irrigation.recommendation;

import io.milliwatt.irrigation.reason.Reason;
import io.milliwatt.irrigation.schedule.RunPlan;
import io.milliwatt.irrigation.site.Site;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A recommendation as one English sentence. */
public final class English {
    private static final int EVENING_HOUR = 18;
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm");

    private English() {}

    /** Such as "Irrigate 18 mm = 2 h 40 min tonight 22:00, because depletion is 31 of 34 mm, crop use 6.1 mm/d, 2 mm rain likely (30 %)." */
    public static String sentence(Site site, Recommendation recommendation) {
        return switch (recommendation.action()) {
            case IRRIGATE ->
                "Irrigate " + number(recommendation.netMillimetres(), "0") + " mm = " + time(recommendation.runTime())
                        + recommendation
                                .plan()
                                .map(plan -> " " + when(site, recommendation, plan))
                                .orElse("")
                        + ", because "
                        + recommendation.figures().map(English::figures).orElse("it is needed") + "."
                        + further(recommendation);
            case WAIT -> waiting(recommendation);
            case BLOCKED ->
                "Do not irrigate: "
                        + String.join(
                                " ",
                                recommendation.reasons().stream()
                                        .map(Reason::sentence)
                                        .toList());
        };
    }

    /** "2 h 40 min", "45 min" or "30 s". */
    public static String time(Duration duration) {
        if (duration.compareTo(Duration.ofMinutes(1)) < 0) {
            return duration.toSeconds() + " s";
        }
        long minutes = Math.round(duration.toSeconds() / 60.0);
        List<String> parts = new ArrayList<>();
        if (minutes >= 60) {
            parts.add(minutes / 60 + " h");
        }
        if (minutes % 60 != 0) {
            parts.add(minutes % 60 + " min");
        }
        return String.join(" ", parts);
    }

    private static String figures(Figures figures) {
        String sentence = depletion(figures) + ", crop use " + number(figures.cropUsePerDay(), "0.0") + " mm/d, ";
        return figures.rainProbability().isEmpty()
                ? sentence + "no rain forecast"
                : sentence + number(figures.expectedRain(), "0") + " mm rain likely ("
                        + number(100 * figures.rainProbability().getAsDouble(), "0") + " %)";
    }

    /** Beyond the refill line the figures speak for water, so the reason not to give it comes before them. */
    private static String waiting(Recommendation recommendation) {
        String reason = recommendation.reasons().getFirst().sentence();
        return recommendation
                .figures()
                .map(figures -> figures.depletion() < figures.refillLine()
                        ? "Do nothing, because " + figures(figures) + ". " + reason
                        : "Do nothing. " + reason + " The " + figures(figures) + ".")
                .orElse("Do nothing, because there is no need. " + reason);
    }

    /** A part of the way to the refill line, or how far beyond it; "25 of 8 mm" would read like neither. */
    private static String depletion(Figures figures) {
        double depletion = figures.depletion();
        double line = figures.refillLine();
        String pattern = Math.round(depletion) == Math.round(line) ? "0.0" : "0";
        return depletion < line
                ? "depletion is " + number(depletion, pattern) + " of " + number(line, pattern) + " mm"
                : "depletion is " + number(depletion, pattern) + " mm, beyond the refill line of "
                        + number(line, pattern) + " mm";
    }

    /** What a person must know besides the three figures: cuts, leaching, doubts. */
    private static String further(Recommendation recommendation) {
        StringBuilder more = new StringBuilder();
        recommendation.reasons().stream()
                .filter(reason -> switch (reason.code()) {
                    case DEPLETION_NEAR_REFILL, DEPLETION_BEYOND_REFILL, CROP_USE, RAIN_EXPECTED, NO_FORECAST -> false;
                    default -> true;
                })
                .forEach(reason -> more.append(' ').append(reason.sentence()));
        recommendation
                .plan()
                .ifPresent(plan -> plan.notes().forEach(note -> more.append(' ').append(note.sentence())));
        return more.toString();
    }

    private static String when(Site site, Recommendation recommendation, RunPlan plan) {
        ZonedDateTime start = site.localTime(plan.start());
        LocalDate today = recommendation.forDay();
        String clock = CLOCK.format(start);
        if (start.toLocalDate().equals(today)) {
            return (start.getHour() >= EVENING_HOUR ? "tonight " : "today ") + clock;
        }
        return start.toLocalDate().equals(today.plusDays(1))
                ? "tomorrow " + clock
                : "on " + start.toLocalDate() + " " + clock;
    }

    private static String number(double value, String pattern) {
        return new DecimalFormat(pattern, DecimalFormatSymbols.getInstance(Locale.ROOT)).format(value);
    }
}
