package io.milliwatt.dsp.fixedpoint;

/** {@link Slope} of what another kernel found in the last windows. */
public final class WindowSlope implements Kernel {

    private final Kernel source;
    private final int sourceValue;
    private final Slope slope;

    /**
     * @param sourceValue which value of the source, 0 … 3
     * @param length windows, 2 … {@link Slope#MAX_LENGTH}
     * @param fractionBits of the slope per window, 0 … 16
     */
    public WindowSlope(Kernel source, int sourceValue, int length, int fractionBits) {
        this.source = source;
        this.sourceValue = sourceValue;
        slope = new Slope(length, fractionBits);
    }

    @Override
    public void endWindow(Window window) {
        slope.accept(source.value(sourceValue));
        slope.endWindow(window);
    }

    /** As the slope's. */
    @Override
    public int value(int index) {
        return slope.value(index);
    }
}
