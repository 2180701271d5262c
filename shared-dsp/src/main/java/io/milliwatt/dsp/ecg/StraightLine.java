package io.milliwatt.dsp.ecg;

/** A least-squares line. */
record StraightLine(double offset, double slope) {

    static StraightLine through(double[] x, double[] y) {
        double meanX = 0;
        double meanY = 0;
        for (int i = 0; i < x.length; i++) {
            meanX += x[i] / x.length;
            meanY += y[i] / x.length;
        }
        double product = 0;
        double square = 0;
        for (int i = 0; i < x.length; i++) {
            product += (x[i] - meanX) * (y[i] - meanY);
            square += (x[i] - meanX) * (x[i] - meanX);
        }
        double slope = product / square;
        return new StraightLine(meanY - slope * meanX, slope);
    }

    /** Through {@code count} values at the positions 0, 1, 2 …. */
    static StraightLine through(double[] values, int from, int count) {
        double[] x = new double[count];
        double[] y = new double[count];
        for (int i = 0; i < count; i++) {
            x[i] = i;
            y[i] = values[from + i];
        }
        return through(x, y);
    }

    double squaredError(double[] values, int from, int count) {
        double sum = 0;
        for (int i = 0; i < count; i++) {
            double error = values[from + i] - offset - slope * i;
            sum += error * error;
        }
        return sum;
    }
}
