package io.milliwatt.workbench.agronomy.method;

import io.milliwatt.workbench.agronomy.vector.Computed;
import java.util.LinkedHashMap;
import java.util.Map;

/** Outputs as they are gathered. */
final class Outputs {
    private final Map<String, Computed> values = new LinkedHashMap<>();

    static Map<String, Computed> of(String name, double value) {
        return new Outputs().and(name, value).all();
    }

    static Map<String, Computed> of(String name, boolean value) {
        return new Outputs().and(name, value).all();
    }

    Outputs and(String name, double value) {
        values.put(name, new Computed.Amount(value));
        return this;
    }

    Outputs and(String name, boolean value) {
        values.put(name, new Computed.Verdict(value));
        return this;
    }

    Map<String, Computed> all() {
        return values;
    }
}
