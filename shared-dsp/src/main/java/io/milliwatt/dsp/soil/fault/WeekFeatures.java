package io.milliwatt.dsp.soil.fault;

import java.util.Arrays;

/**
 * What the week before and the week after tell of a day at one depth: its own course, that of the depths around, rain and cold. Moisture in
 * m³/m³, rain in mm, temperatures in °C. NaN where it cannot be known.
 */
public final class WeekFeatures {
    /** Days after the day that are looked at. */
    public static final int LOOK_AHEAD_DAYS = 7;

    private static final double HELD = 2.5e-4;
    private static final int LONGEST_HELD = 21;
    private static final int MONTH = 30;

    private final ProbeDays probe;
    private final int depth;
    private final DaySeries own;
    private final DaySeries above;
    private final DaySeries below;
    private final DaySeries residual;
    private final DaySeries rain;
    private final DaySeries air;
    private final DaySeries soil;

    public WeekFeatures(ProbeDays probe, int depth) {
        this.probe = probe;
        this.depth = depth;
        own = new DaySeries(probe.moisture()[depth]);
        above = depth > 0 ? new DaySeries(probe.moisture()[depth - 1]) : missing();
        below = depth + 1 < probe.depths() ? new DaySeries(probe.moisture()[depth + 1]) : missing();
        residual = Regression.residual(own, nearest(probe, depth));
        rain = new DaySeries(probe.rainMillimetres());
        air = new DaySeries(probe.airCelsius());
        soil = new DaySeries(probe.soilCelsius()[depth]);
    }

    /** The neighbour with more days in common with the depth: the one above where both have. */
    static DaySeries nearest(ProbeDays probe, int depth) {
        int best = -1;
        int most = 0;
        for (int other = 0; other < probe.depths(); other++) {
            if (other == depth) {
                continue;
            }
            int common = 0;
            for (int day = 0; day < probe.days(); day++) {
                common += Double.isNaN(probe.moisture()[other][day] + probe.moisture()[depth][day]) ? 0 : 1;
            }
            int distance = Math.abs(other - depth);
            if (common / distance > most) {
                most = common / distance;
                best = other;
            }
        }
        return best < 0 ? new DaySeries(nothing(probe.days())) : new DaySeries(probe.moisture()[best]);
    }

    public float[] at(int t) {
        int back = own.heldBefore(t, HELD, LONGEST_HELD);
        int ahead = own.heldAfter(t, HELD, LOOK_AHEAD_DAYS);
        double[] values = {
            probe.depthsCentimetres()[depth],
            own.at(t),
            own.change(t - 1, t),
            own.change(t, t + 1),
            step(own, t, 7),
            step(own, t, 3),
            own.median(t + 1, t + 5) - own.median(t - 5, t - 1),
            above.change(t - 1, t),
            above.change(t, t + 1),
            step(above, t, 7),
            step(above, t, 3),
            below.change(t - 1, t),
            below.change(t, t + 1),
            step(below, t, 7),
            step(below, t, 3),
            residual.change(t - 1, t),
            residual.change(t, t + 1),
            step(residual, t, 7),
            step(residual, t, 3),
            residual.liveliest(t - MONTH, t - 1),
            residual.liveliest(t + 1, t + LOOK_AHEAD_DAYS),
            rain.at(t),
            rain.at(t - 1),
            rain.at(t + 1),
            rain.sum(t - 3, t + 1),
            rain.sum(t, t + 6),
            rain.sum(t - 7, t - 1),
            air.mean(t - 2, t),
            air.lowest(t - 7, t + 3),
            soil.at(t),
            soil.lowest(t - 3, t + 3),
            soil.change(t - 1, t),
            own.at(t) - own.lowest(0, t - 1),
            own.highest(0, t - 1) - own.at(t),
            own.liveliest(t - MONTH, t - 1),
            own.liveliest(t + 1, t + LOOK_AHEAD_DAYS),
            own.range(t - 6, t),
            own.range(t, t + 6),
            above.range(t - 6, t),
            above.range(t, t + 6),
            below.range(t - 6, t),
            below.range(t, t + 6),
            back,
            ahead,
            above.range(t - back, t + ahead),
            below.range(t - back, t + ahead),
            rain.sum(t - back, t + ahead),
            back + ahead,
            own.range(t - MONTH, t - back - 1),
            own.change(t - back - 6, t - back - 1),
            soil.range(t - back, t + ahead),
            own.change(t - 2, t - 1),
            own.change(t + 1, t + 2)
        };
        float[] features = new float[values.length];
        for (int i = 0; i < values.length; i++) {
            features[i] = (float) values[i];
        }
        return features;
    }

    private static double step(DaySeries series, int t, int days) {
        return series.median(t, t + days - 1) - series.median(t - days, t - 1);
    }

    private DaySeries missing() {
        return new DaySeries(nothing(probe.days()));
    }

    private static double[] nothing(int days) {
        double[] values = new double[days];
        Arrays.fill(values, Double.NaN);
        return values;
    }
}
