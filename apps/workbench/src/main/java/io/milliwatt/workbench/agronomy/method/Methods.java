package io.milliwatt.workbench.agronomy.method;

import io.milliwatt.workbench.agronomy.vector.Comparison;
import io.milliwatt.workbench.agronomy.vector.Computed;
import io.milliwatt.workbench.agronomy.vector.Inputs;
import io.milliwatt.workbench.agronomy.vector.RowException;
import io.milliwatt.workbench.agronomy.vector.RowResult;
import io.milliwatt.workbench.agronomy.vector.VectorRow;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** All methods; computes and compares rows by them. */
public final class Methods {
    private final List<VectorMethod> methods;

    public Methods(SeasonFolder seasons) {
        methods = Stream.of(
                        AirMethods.all(),
                        RadiationMethods.all(),
                        EvapotranspirationMethods.all(),
                        SoilMethods.all(),
                        DiseaseMethods.all(),
                        new BalanceMethods(seasons).all())
                .flatMap(List::stream)
                // The longer name first: "ea from RHmax,RHmin" is not "ea from RHmax" with more words.
                .sorted(Comparator.comparingInt(
                                (VectorMethod method) -> method.stem().words().size())
                        .reversed())
                .toList();
    }

    /** Never throws: what is wrong with a row is its result. */
    public RowResult check(VectorRow row) {
        MethodName name = MethodName.of(row.method());
        if (name.words().isEmpty()) {
            return RowResult.failed(row, "The row names no method.");
        }
        Optional<VectorMethod> method =
                methods.stream().filter(candidate -> candidate.is(name)).findFirst();
        if (method.isEmpty()) {
            return RowResult.unknown(row);
        }
        try {
            Map<String, Computed> outputs = method.get().calculation().outputs(Inputs.parse(row.inputs()), row, name);
            return Comparison.of(row, output -> find(outputs, output));
        } catch (RowException | IllegalArgumentException e) {
            return RowResult.failed(row, sentence(e.getMessage()));
        }
    }

    private static Optional<Computed> find(Map<String, Computed> outputs, String name) {
        return outputs.entrySet().stream()
                .filter(output -> output.getKey().equalsIgnoreCase(name))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    private static String sentence(String message) {
        return message.endsWith(".") || message.endsWith("…") ? message : message + ".";
    }
}
