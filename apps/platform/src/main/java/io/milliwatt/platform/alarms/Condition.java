package io.milliwatt.platform.alarms;

import java.util.OptionalDouble;

/** What an alarm rule watches for. */
public sealed interface Condition {

    /** The limit to be shown beside an alarm's value, where there is one. */
    OptionalDouble limit();

    /**
     * Whether an observation speaks for this condition.
     *
     * @param present whether it counts as present now: then the hysteresis holds it
     */
    boolean isAbnormal(Observation observation, boolean present);

    /**
     * A value above a limit. Once abnormal, it stays so until the value is at or below limit − hysteresis.
     *
     * @param limitValue in the unit of the observed value; the limit itself is still normal
     * @param hysteresis ≥ 0, same unit
     */
    record Above(double limitValue, double hysteresis) implements Condition {
        public Above {
            requireFinite(limitValue, "limit");
            requireHysteresis(hysteresis);
        }

        @Override
        public OptionalDouble limit() {
            return OptionalDouble.of(limitValue);
        }

        @Override
        public boolean isAbnormal(Observation observation, boolean present) {
            return measured(observation, this) > (present ? limitValue - hysteresis : limitValue);
        }
    }

    /** A value below a limit; the mirror image of {@link Above}. */
    record Below(double limitValue, double hysteresis) implements Condition {
        public Below {
            requireFinite(limitValue, "limit");
            requireHysteresis(hysteresis);
        }

        @Override
        public OptionalDouble limit() {
            return OptionalDouble.of(limitValue);
        }

        @Override
        public boolean isAbnormal(Observation observation, boolean present) {
            return measured(observation, this) < (present ? limitValue + hysteresis : limitValue);
        }
    }

    /** Somebody else, such as a node, decides and reports the beginning and the end. */
    record Reported() implements Condition {
        @Override
        public OptionalDouble limit() {
            return OptionalDouble.empty();
        }

        @Override
        public boolean isAbnormal(Observation observation, boolean present) {
            return switch (observation) {
                case Observation.Report report -> report.present();
                case Observation.Measured value -> throw mismatch(value, this);
            };
        }
    }

    private static double measured(Observation observation, Condition condition) {
        return switch (observation) {
            case Observation.Measured value -> value.value();
            case Observation.Report report -> throw mismatch(report, condition);
        };
    }

    private static IllegalArgumentException mismatch(Observation observation, Condition condition) {
        return new IllegalArgumentException(observation + " does not fit the condition " + condition
                + "; limits want measured values, reported conditions want reports.");
    }

    private static void requireFinite(double value, String what) {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException("The " + what + " is " + value + "; it must be a finite number.");
        }
    }

    private static void requireHysteresis(double hysteresis) {
        requireFinite(hysteresis, "hysteresis");
        if (hysteresis < 0) {
            throw new IllegalArgumentException("The hysteresis is " + hysteresis + "; it must not be negative.");
        }
    }
}
