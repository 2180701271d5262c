package io.milliwatt.platform.alarms;

import java.util.OptionalDouble;

/** What an alarm rule watches for. */
public sealed interface Condition {

    /** The limit to be shown beside an alarm's value, where there is one. */
    OptionalDouble limit();

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
    }

    /** Somebody else, such as a node, decides and reports the beginning and the end. */
    record Reported() implements Condition {
        @Override
        public OptionalDouble limit() {
            return OptionalDouble.empty();
        }
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
