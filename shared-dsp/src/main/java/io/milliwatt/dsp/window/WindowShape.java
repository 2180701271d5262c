package io.milliwatt.dsp.window;

import be.tarsos.dsp.util.fft.BlackmanWindow;
import be.tarsos.dsp.util.fft.HammingWindow;
import be.tarsos.dsp.util.fft.HannWindow;
import be.tarsos.dsp.util.fft.RectangularWindow;
import be.tarsos.dsp.util.fft.WindowFunction;
import java.util.function.Supplier;

/** The windows in use, single-precision curves by TarsosDSP (relative error below 1e-6). */
public enum WindowShape implements Window {
    RECTANGULAR(RectangularWindow::new),
    HANN(HannWindow::new),
    HAMMING(HammingWindow::new),
    BLACKMAN(BlackmanWindow::new);

    private final Supplier<WindowFunction> curve;

    WindowShape(Supplier<WindowFunction> curve) {
        this.curve = curve;
    }

    /** TarsosDSP makes symmetric windows; one point more, with the last dropped, is the periodic one. */
    @Override
    public double[] weights(int length) {
        if (length < 1) {
            throw new IllegalArgumentException("A window needs a length of at least 1, but it is " + length);
        }
        if (length == 1) {
            return new double[] {1};
        }
        float[] symmetric = curve.get().generateCurve(length + 1);
        double[] periodic = new double[length];
        for (int i = 0; i < length; i++) {
            periodic[i] = symmetric[i];
        }
        return periodic;
    }
}
