package io.milliwatt.training.soil.forecast;

import java.util.EnumMap;
import java.util.Map;
import java.util.function.BiPredicate;

/** Errors of one forecaster on many days: with each kind of rain, and days with and without rain apart. */
final class ForecastComparison {

    /** Days of which kind. */
    enum Days {
        ALL((sample, horizon) -> true),
        WET(DepthSample::isWet),
        DRY((sample, horizon) -> !sample.isWet(horizon));

        private final BiPredicate<DepthSample, Integer> holds;

        Days(BiPredicate<DepthSample, Integer> holds) {
            this.holds = holds;
        }
    }

    private final Map<Rain, Map<Days, ForecastErrors>> errors = new EnumMap<>(Rain.class);

    ForecastComparison() {
        for (Rain rain : Rain.values()) {
            Map<Days, ForecastErrors> byDays = new EnumMap<>(Days.class);
            for (Days days : Days.values()) {
                byDays.put(days, new ForecastErrors());
            }
            errors.put(rain, byDays);
        }
    }

    void add(DepthSample sample, Forecaster forecaster) {
        for (Rain rain : Rain.values()) {
            double[] changes = forecaster.changes(sample, rain);
            for (int horizon = 0; horizon < changes.length; horizon++) {
                for (Days days : Days.values()) {
                    if (sample.isKnown(horizon) && days.holds.test(sample, horizon)) {
                        errors.get(rain).get(days).add(sample, horizon, changes[horizon]);
                    }
                }
            }
        }
    }

    ForecastErrors of(Rain rain, Days days) {
        return errors.get(rain).get(days);
    }

    /** As the bars mean it: on all days, but for the dry forecast on those that stayed dry. */
    ForecastErrors of(Rain rain) {
        return of(rain, rain == Rain.DRY ? Days.DRY : Days.ALL);
    }
}
