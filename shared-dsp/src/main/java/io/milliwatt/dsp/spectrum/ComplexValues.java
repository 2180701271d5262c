package io.milliwatt.dsp.spectrum;

/** Complex numbers in two arrays of equal length; the arrays belong to whoever holds the record and are not copied. */
public record ComplexValues(double[] real, double[] imaginary) {

    public ComplexValues {
        if (real.length != imaginary.length) {
            throw new IllegalArgumentException("Real and imaginary parts must be equally long, but they are "
                    + real.length + " and " + imaginary.length);
        }
    }

    public static ComplexValues zeros(int size) {
        return new ComplexValues(new double[size], new double[size]);
    }

    public int size() {
        return real.length;
    }

    public double power(int index) {
        return real[index] * real[index] + imaginary[index] * imaginary[index];
    }

    public double magnitude(int index) {
        return Math.sqrt(power(index));
    }
}
