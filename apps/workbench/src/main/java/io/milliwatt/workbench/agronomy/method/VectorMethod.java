package io.milliwatt.workbench.agronomy.method;

import io.milliwatt.workbench.agronomy.vector.Computed;
import io.milliwatt.workbench.agronomy.vector.Inputs;
import io.milliwatt.workbench.agronomy.vector.VectorRow;
import java.util.Map;
import java.util.function.Function;

/**
 * A method under its name.
 *
 * @param stem how its name begins
 * @param qualified whether more words may follow, such as a place or a source
 */
record VectorMethod(MethodName stem, boolean qualified, Calculation calculation) {

    /** All outputs of a method that a row's inputs allow, by name. */
    interface Calculation {
        Map<String, Computed> outputs(Inputs inputs, VectorRow row, MethodName name);
    }

    static VectorMethod exact(String name, Function<Inputs, Map<String, Computed>> calculation) {
        return new VectorMethod(MethodName.of(name), false, (inputs, row, spelt) -> calculation.apply(inputs));
    }

    static VectorMethod qualified(String stem, Function<Inputs, Map<String, Computed>> calculation) {
        return new VectorMethod(MethodName.of(stem), true, (inputs, row, spelt) -> calculation.apply(inputs));
    }

    static VectorMethod named(String stem, Calculation calculation) {
        return new VectorMethod(MethodName.of(stem), true, calculation);
    }

    boolean is(MethodName name) {
        return qualified ? name.startsWith(stem) : name.equals(stem);
    }
}
