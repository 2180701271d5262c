package io.milliwatt.training.ec57;

import io.milliwatt.ec57.Proportion;
import java.util.Locale;
import java.util.OptionalDouble;

/** Figures as the report's tables write them; a hyphen where there was nothing to count. */
final class Cell {
    private static final String NONE = "-";

    private Cell() {}

    static String count(long count) {
        return String.format(Locale.ROOT, "%,d", count);
    }

    static String percent(Proportion share) {
        return percent(share.percent());
    }

    static String percent(OptionalDouble percent) {
        return decimals(percent, 2);
    }

    static String decimals(OptionalDouble value, int places) {
        return value.isPresent() ? decimals(value.getAsDouble(), places) : NONE;
    }

    static String decimals(double value, int places) {
        return Double.isFinite(value) ? String.format(Locale.ROOT, "%." + places + "f", value) : NONE;
    }

    /** Both figures of a pair, such as sensitivity and positive predictivity, on one line. */
    static String pair(Proportion first, Proportion second) {
        return percent(first) + "\u00a0/\u00a0" + percent(second);
    }

    static String of(Proportion share) {
        return count(share.count()) + " / " + count(share.of());
    }

    /** Minutes and seconds. */
    static String duration(double seconds) {
        long whole = Math.round(seconds);
        return String.format(Locale.ROOT, "%d:%02d", whole / 60, whole % 60);
    }
}
