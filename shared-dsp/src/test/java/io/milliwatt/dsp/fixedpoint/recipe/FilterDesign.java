package io.milliwatt.dsp.fixedpoint.recipe;

import java.util.ArrayList;
import java.util.List;

/** Textbook designs in double precision, from which the released recipes' integers were rounded. */
final class FilterDesign {

    private static final double ONE_Q29 = 1 << 29;
    /** Quality factors of the two sections of a fourth-order Butterworth filter: 1 / (2 cos π/8), 1 / (2 cos 3π/8). */
    static final double[] FOURTH_ORDER = {0.541196100146197, 1.3065629648763766};

    private FilterDesign() {}

    /** Bilinear transform with the corner frequency kept (scipy.signal.butter, output='sos'). */
    static Step.Section lowPass(double cornerHz, double rateHz, double quality) {
        double k = StrictMath.tan(StrictMath.PI * cornerHz / rateHz);
        double d = 1 + k / quality + k * k;
        return section(k * k / d, 2 * k * k / d, k * k / d, k, d, quality);
    }

    static Step.Section highPass(double cornerHz, double rateHz, double quality) {
        double k = StrictMath.tan(StrictMath.PI * cornerHz / rateHz);
        double d = 1 + k / quality + k * k;
        return section(1 / d, -2 / d, 1 / d, k, d, quality);
    }

    /** A high-pass section whose one zero at z = 1 meets the pole of the trapezoidal integrator T/2 (1 + z⁻¹) / (1 − z⁻¹). */
    static Step.Section integratingHighPass(double cornerHz, double rateHz, double quality, double gain) {
        double k = StrictMath.tan(StrictMath.PI * cornerHz / rateHz);
        double d = 1 + k / quality + k * k;
        double b = gain / (2 * rateHz) / d;
        return section(b, 0, -b, k, d, quality);
    }

    private static Step.Section section(double b0, double b1, double b2, double k, double d, double quality) {
        return new Step.Section(
                q29(b0), q29(b1), q29(b2), q29(2 * (k * k - 1) / d), q29((1 - k / quality + k * k) / d));
    }

    private static int q29(double coefficient) {
        return StrictMath.toIntExact(StrictMath.round(coefficient * ONE_Q29));
    }

    /** Windowed sinc with a Hamming window and unit gain at 0 Hz (scipy.signal.firwin), rounded to Q15. */
    static List<Short> lowPassTaps(int count, double cornerHz, double rateHz) {
        double[] taps = new double[count];
        double sum = 0;
        for (int i = 0; i < count; i++) {
            double t = i - (count - 1) / 2.0;
            double x = 2 * cornerHz / rateHz * t;
            double sinc = t == 0 ? 1 : StrictMath.sin(StrictMath.PI * x) / (StrictMath.PI * x);
            taps[i] = sinc * (0.54 - 0.46 * StrictMath.cos(2 * StrictMath.PI * i / (count - 1)));
            sum += taps[i];
        }
        List<Short> rounded = new ArrayList<>();
        for (double tap : taps) {
            rounded.add((short) StrictMath.round(tap / sum * 32_768));
        }
        return rounded;
    }
}
