package io.milliwatt.platform.alarms;

import java.time.Instant;
import java.util.OptionalDouble;

/** One thing seen at a source at one time, by the source's clock. */
public sealed interface Observation {

    Instant at();

    /** The number to be shown beside an alarm, where there is one. */
    OptionalDouble shownValue();

    /** Whether it reached the server so late that it is no news any more. */
    boolean late();

    /** A measured value, in the rule's unit. */
    record Measured(Instant at, double value, boolean late) implements Observation {
        /** One that came in time. */
        public Measured(Instant at, double value) {
            this(at, value, false);
        }

        @Override
        public OptionalDouble shownValue() {
            return OptionalDouble.of(value);
        }
    }

    /** The beginning ({@code present}) or the end of something that the source decides itself. */
    record Report(Instant at, boolean present, OptionalDouble shownValue, boolean late) implements Observation {
        /** One that came in time. */
        public Report(Instant at, boolean present, OptionalDouble shownValue) {
            this(at, present, shownValue, false);
        }

        /** A report without a number. */
        public static Report of(Instant at, boolean present) {
            return new Report(at, present, OptionalDouble.empty());
        }
    }
}
