package io.milliwatt.dsp.golden;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** Arrays made by SciPy, and the signal they were made from; {@code make_golden.py} beside the arrays is the recipe. */
public final class GoldenValues {

    public static final double SAMPLE_RATE_HZ = 1000;

    /** TarsosDSP transforms in single precision: seven digits of the largest value. */
    public static final double SINGLE_PRECISION = 3e-6;

    private GoldenValues() {}

    public static double[] read(String name) {
        try (var stream = Objects.requireNonNull(GoldenValues.class.getResourceAsStream(name + ".txt"), name);
                var reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            return reader.lines()
                    .filter(line -> !line.startsWith("#"))
                    .mapToDouble(Double::parseDouble)
                    .toArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The first {@code count} samples of the input that the recipe rebuilds. */
    public static double[] input(int count) {
        double[] values = new double[count];
        long state = 12345;
        for (int n = 0; n < count; n++) {
            state = (1664525 * state + 1013904223) & 0xFFFFFFFFL;
            double noise = state / 2147483648.0 - 1;
            values[n] = noise
                    + 2 * Math.sin(2 * Math.PI * 50 * n / SAMPLE_RATE_HZ)
                    + 0.5 * Math.sin(2 * Math.PI * 210.5 * n / SAMPLE_RATE_HZ)
                    + 0.25;
        }
        return values;
    }
}
