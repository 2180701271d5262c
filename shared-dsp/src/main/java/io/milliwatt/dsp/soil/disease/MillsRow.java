package io.milliwatt.dsp.soil.disease;

import java.util.List;

/** A line of Mills's table: hours of wetness for a light, moderate and heavy infection at a mean temperature in °F. */
record MillsRow(double fahrenheit, double lightHours, double moderateHours, double heavyHours) {

    private static final MillsRow NEVER =
            new MillsRow(Double.NaN, Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY);

    private static final List<MillsRow> TABLE = List.of(
            new MillsRow(33, 48, 72, 96),
            new MillsRow(42, 30, 40, 60),
            new MillsRow(43, 25, 34, 51),
            new MillsRow(44, 22, 30, 45),
            new MillsRow(45, 20, 27, 41),
            new MillsRow(46, 19, 25, 38),
            new MillsRow(47, 17, 23, 35),
            new MillsRow(48, 15, 20, 30),
            new MillsRow(49, 14.5, 20, 30),
            new MillsRow(50, 14, 19, 29),
            new MillsRow(51, 13, 18, 27),
            new MillsRow(52, 12, 18, 26),
            new MillsRow(53, 12, 17, 25),
            new MillsRow(54, 11.5, 16, 24),
            new MillsRow(56, 11, 15, 22),
            new MillsRow(58, 10, 14, 21),
            new MillsRow(60, 9.5, 13, 20),
            new MillsRow(62, 9, 12, 19),
            new MillsRow(63, 9, 12, 18),
            new MillsRow(76, 9.5, 12, 19),
            new MillsRow(77, 11, 14, 21),
            new MillsRow(78, 13, 17, 26));

    static MillsRow at(double meanCelsius) {
        long fahrenheit = Math.round(meanCelsius * 9 / 5 + 32);
        if (fahrenheit < 33 || fahrenheit > 78) {
            return NEVER;
        }
        MillsRow row = TABLE.getFirst();
        for (MillsRow candidate : TABLE) {
            if (candidate.fahrenheit <= fahrenheit) {
                row = candidate;
            }
        }
        return row;
    }
}
