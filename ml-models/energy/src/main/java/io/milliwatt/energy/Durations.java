package io.milliwatt.energy;

import java.util.Locale;

/** Durations as people say them. */
final class Durations {

    private static final long MINUTE = 60;
    private static final long HOUR = 3600;
    private static final long DAY = 86_400;

    private Durations() {}

    /** "45 s", "10 min", "1.5 h", "2 d". */
    static String words(double seconds) {
        if (seconds < 2 * MINUTE && seconds != MINUTE) {
            return number(seconds) + " s";
        }
        if (seconds < 2 * HOUR && seconds != HOUR) {
            return number(seconds / MINUTE) + " min";
        }
        return seconds < 2 * DAY && seconds != DAY ? number(seconds / HOUR) + " h" : number(seconds / DAY) + " d";
    }

    private static String number(double value) {
        String text = String.format(Locale.ROOT, "%.1f", value);
        return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
    }
}
