package io.milliwatt.dsp.soil.fault;

import java.util.ArrayList;
import java.util.List;

/** What the months before tell of a day at one depth: changes over one, two and three months, its own and those of what should move alike. */
public final class MonthFeatures {
    private static final int[] SPANS = {30, 60, 90};
    private static final int WINDOW = 10;
    private static final double LEAST_SCATTER = 0.002;

    private final ProbeDays probe;
    private final int depth;
    private final DaySeries own;
    private final List<DaySeries> others = new ArrayList<>();
    private final List<DaySeries> residuals = new ArrayList<>();
    private final DaySeries rain;
    private final DaySeries air;
    private final Expectation expectation;

    public MonthFeatures(ProbeDays probe, int depth) {
        this.probe = probe;
        this.depth = depth;
        own = new DaySeries(probe.moisture()[depth]);
        for (int other : new int[] {depth - 1, depth + 1}) {
            boolean there = other >= 0 && other < probe.depths();
            DaySeries series = there ? new DaySeries(probe.moisture()[other]) : WeekFeatures.nearest(probe, depth);
            others.add(series);
            residuals.add(Regression.residual(own, series));
        }
        rain = new DaySeries(probe.rainMillimetres());
        air = new DaySeries(probe.airCelsius());
        expectation = new Expectation(probe, depth);
    }

    public float[] at(int t) {
        List<Double> values = new ArrayList<>();
        values.add(probe.depthsCentimetres()[depth]);
        values.add(own.mean(t - WINDOW + 1, t));
        values.add(own.at(t) - own.lowest(0, t - 1));
        values.add(own.highest(0, t - 1) - own.at(t));
        for (int span : SPANS) {
            values.add(change(own, t, span));
            for (DaySeries other : others) {
                values.add(change(other, t, span));
            }
            for (DaySeries residual : residuals) {
                values.add(change(residual, t, span));
            }
            double[] departure = expectation.departure(t, span);
            values.add(departure[0]);
            values.add(departure[1]);
            values.add(departure[0] / (departure[1] + LEAST_SCATTER));
            values.add(rain.sum(t - span, t));
            values.add(air.mean(t - WINDOW, t) - air.mean(t - span - WINDOW, t - span));
        }
        for (DaySeries residual : residuals) {
            double[] line = line(residual, t, 45);
            values.add(line[0]);
            values.add(line[1]);
            values.add(residual.liveliest(t - 60, t));
        }
        double[] line = line(own, t, 45);
        values.add(line[0]);
        values.add(line[1]);
        values.add(own.liveliest(t - 60, t));
        for (DaySeries other : others) {
            values.add(other.at(t) - other.lowest(0, t - 1));
            values.add(other.highest(0, t - 1) - other.at(t));
        }
        values.add(air.mean(t - 30, t));
        values.add((double) t);
        float[] features = new float[values.size()];
        for (int i = 0; i < features.length; i++) {
            features[i] = values.get(i).floatValue();
        }
        return features;
    }

    private static double change(DaySeries series, int t, int span) {
        return series.mean(t - WINDOW + 1, t) - series.mean(t - span - WINDOW + 1, t - span);
    }

    /** Slope a day of the straight line through the days, and the scatter around it. */
    private static double[] line(DaySeries series, int t, int days) {
        int count = 0;
        double sumX = 0;
        double sumY = 0;
        double sumXx = 0;
        double sumXy = 0;
        double sumYy = 0;
        for (int x = -days; x <= 0; x++) {
            double y = series.at(t + x);
            if (!Double.isNaN(y)) {
                count++;
                sumX += x;
                sumY += y;
                sumXx += (double) x * x;
                sumXy += x * y;
                sumYy += y * y;
            }
        }
        if (count * 2 < days) {
            return new double[] {Double.NaN, Double.NaN};
        }
        double xx = sumXx - sumX * sumX / count;
        double xy = sumXy - sumX * sumY / count;
        double yy = sumYy - sumY * sumY / count;
        double slope = xy / xx;
        return new double[] {slope, Math.sqrt(Math.max(0, yy - slope * xy) / count)};
    }
}
