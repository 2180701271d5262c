package io.milliwatt.workbench.agronomy.vector;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/** Compares computed outputs with a row's expected values. */
public final class Comparison {
    private Comparison() {}

    /** @param computed a value by an output's name; empty where the method has no such output */
    public static RowResult of(VectorRow row, Function<String, Optional<Computed>> computed) {
        List<String> names = split(row.output());
        List<String> expected = split(row.expected());
        if (names.isEmpty() || expected.isEmpty()) {
            throw new RowException("The row names no output or no expected value.");
        }
        List<Computed> values = names.stream()
                .map(name -> computed.apply(name)
                        .orElseThrow(() -> new RowException("The method has no output named '" + name + "'.")))
                .toList();
        if (names.size() == 1 && expected.size() > 1) {
            values = spread(values.getFirst(), expected.size(), names.getFirst());
            names = Collections.nCopies(expected.size(), names.getFirst());
        }
        if (names.size() != expected.size()) {
            throw new RowException("There are " + names.size() + " outputs and " + expected.size()
                    + " expected values; both are joined by ';' in the same order.");
        }
        List<Tolerance> tolerances = Tolerance.parse(row.tolerance(), expected.size());
        List<OutputResult> results = new ArrayList<>();
        for (int i = 0; i < expected.size(); i++) {
            results.add(compare(names.get(i), values.get(i), expected.get(i), tolerances.get(i)));
        }
        return RowResult.compared(row, results);
    }

    private static List<Computed> spread(Computed value, int count, String name) {
        if (value instanceof Computed.Course course && course.values().size() == count) {
            return course.values().stream()
                    .map(step -> (Computed) new Computed.Amount(step))
                    .toList();
        }
        throw new RowException("The output '" + name + "' has not " + count + " values.");
    }

    private static OutputResult compare(String name, Computed value, String expected, Tolerance tolerance) {
        return switch (value) {
            case Computed.Amount amount -> number(name, amount.value(), expected, tolerance);
            case Computed.Course course -> {
                if (course.values().size() != 1) {
                    throw new RowException("The output '" + name + "' has "
                            + course.values().size() + " values and the row expects one.");
                }
                yield number(name, course.values().getFirst(), expected, tolerance);
            }
            case Computed.Verdict verdict -> {
                String word = expected.toLowerCase(Locale.ROOT);
                if (!Set.of("true", "false").contains(word)) {
                    throw new RowException("'" + expected + "' is neither True nor False.");
                }
                yield plain(name, verdict.value() ? "True" : "False", expected, verdict.value() == word.equals("true"));
            }
            case Computed.Words words ->
                plain(
                        name,
                        String.join(" ", words.values()),
                        expected,
                        Set.copyOf(words.values()).equals(Set.of(expected.split("\\s+"))));
        };
    }

    private static OutputResult number(String name, double value, String expected, Tolerance tolerance) {
        double wanted;
        try {
            wanted = Double.parseDouble(expected);
        } catch (NumberFormatException e) {
            throw new RowException("The expected value '" + expected + "' of " + name + " is not a number.", e);
        }
        double allowed = tolerance.allowed(wanted);
        return new OutputResult(
                name,
                String.format(Locale.ROOT, "%.6g", value),
                expected,
                OptionalDouble.of(value - wanted),
                allowed,
                Math.abs(value - wanted) <= allowed);
    }

    private static OutputResult plain(String name, String value, String expected, boolean within) {
        return new OutputResult(name, value, expected, OptionalDouble.empty(), 0, within);
    }

    private static List<String> split(String text) {
        return text.isBlank()
                ? List.of()
                : Stream.of(text.split(";")).map(String::trim).toList();
    }
}
