package io.milliwatt.workbench.agronomy.vector;

import java.util.List;

/** A computed output. */
public sealed interface Computed {

    record Amount(double value) implements Computed {}

    /** Values in the order of time. */
    record Course(List<Double> values) implements Computed {
        public Course {
            values = List.copyOf(values);
        }
    }

    record Verdict(boolean value) implements Computed {}

    /** Names without an order, such as flags. */
    record Words(List<String> values) implements Computed {
        public Words {
            values = List.copyOf(values);
        }
    }
}
