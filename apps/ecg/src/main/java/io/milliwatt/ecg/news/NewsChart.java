package io.milliwatt.ecg.news;

import io.milliwatt.telemetry.SensorVitals.Consciousness;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * The chart: observation to points (RCP, "National Early Warning Score (NEWS) 2", December 2017, chart 1). Values are charted as whole
 * numbers, temperature with one decimal, before they are looked up, as a person would write them down; halves are rounded up.
 */
public final class NewsChart {

    static final int RED_POINTS = 3;
    private static final int OXYGEN_POINTS = 2;
    /** From here on, scale 2 asks whether the saturation was reached on oxygen. */
    private static final int SCALE_TWO_ABOVE_TARGET_PERCENT = 93;

    private NewsChart() {}

    public static NewsScore score(Observations observations, OxygenScale scale) {
        List<NewsPart> parts = new ArrayList<>();
        parts.add(part(
                NewsParameter.RESPIRATION_RATE,
                points(observations.respirationRatePerMinute(), NewsChart::respirationPoints)));
        parts.add(part(
                NewsParameter.OXYGEN_SATURATION,
                scale == OxygenScale.ONE
                        ? points(observations.oxygenSaturationPercent(), NewsChart::saturationPoints)
                        : scaleTwoPoints(observations)));
        parts.add(part(
                NewsParameter.SUPPLEMENTAL_OXYGEN,
                observations.supplementalOxygen().map(given -> given ? OXYGEN_POINTS : 0)));
        parts.add(part(
                NewsParameter.SYSTOLIC_PRESSURE,
                points(observations.systolicMillimetresOfMercury(), NewsChart::pressurePoints)));
        parts.add(part(NewsParameter.PULSE, points(observations.pulsePerMinute(), NewsChart::pulsePoints)));
        parts.add(part(
                NewsParameter.CONSCIOUSNESS,
                observations.consciousness().map(state -> state == Consciousness.ALERT ? 0 : RED_POINTS)));
        parts.add(part(NewsParameter.TEMPERATURE, temperaturePoints(observations.temperatureCelsius())));
        return new NewsScore(parts);
    }

    private static NewsPart part(NewsParameter parameter, Optional<Integer> points) {
        return new NewsPart(parameter, points.map(OptionalInt::of).orElseGet(OptionalInt::empty));
    }

    private interface Row {
        int pointsOf(long charted);
    }

    private static Optional<Integer> points(OptionalDouble value, Row row) {
        return value.isEmpty() ? Optional.empty() : Optional.of(row.pointsOf(Math.round(value.getAsDouble())));
    }

    private static int respirationPoints(long perMinute) {
        if (perMinute <= 8 || perMinute >= 25) {
            return RED_POINTS;
        }
        if (perMinute >= 21) {
            return 2;
        }
        return perMinute <= 11 ? 1 : 0;
    }

    private static int saturationPoints(long percent) {
        if (percent <= 91) {
            return RED_POINTS;
        }
        if (percent <= 93) {
            return 2;
        }
        return percent <= 95 ? 1 : 0;
    }

    /** Above the target the points depend on the oxygen given; while that is unknown, so are they. */
    private static Optional<Integer> scaleTwoPoints(Observations observations) {
        if (observations.oxygenSaturationPercent().isEmpty()) {
            return Optional.empty();
        }
        long percent = Math.round(observations.oxygenSaturationPercent().getAsDouble());
        if (percent < SCALE_TWO_ABOVE_TARGET_PERCENT) {
            return Optional.of(pointsBelowTarget(percent));
        }
        return observations.supplementalOxygen().map(given -> given ? pointsAboveTargetOnOxygen(percent) : 0);
    }

    private static int pointsBelowTarget(long percent) {
        if (percent <= 83) {
            return RED_POINTS;
        }
        if (percent <= 85) {
            return 2;
        }
        return percent <= 87 ? 1 : 0;
    }

    private static int pointsAboveTargetOnOxygen(long percent) {
        if (percent >= 97) {
            return RED_POINTS;
        }
        return percent >= 95 ? 2 : 1;
    }

    private static int pressurePoints(long millimetresOfMercury) {
        if (millimetresOfMercury <= 90 || millimetresOfMercury >= 220) {
            return RED_POINTS;
        }
        if (millimetresOfMercury <= 100) {
            return 2;
        }
        return millimetresOfMercury <= 110 ? 1 : 0;
    }

    private static int pulsePoints(long perMinute) {
        if (perMinute <= 40 || perMinute >= 131) {
            return RED_POINTS;
        }
        if (perMinute >= 111) {
            return 2;
        }
        return perMinute <= 50 || perMinute >= 91 ? 1 : 0;
    }

    private static Optional<Integer> temperaturePoints(OptionalDouble celsius) {
        if (celsius.isEmpty()) {
            return Optional.empty();
        }
        long tenths = Math.round(celsius.getAsDouble() * 10);
        if (tenths <= 350) {
            return Optional.of(RED_POINTS);
        }
        if (tenths >= 391) {
            return Optional.of(2);
        }
        return Optional.of(tenths <= 360 || tenths >= 381 ? 1 : 0);
    }
}
