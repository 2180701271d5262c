package io.milliwatt.dsp.fixedpoint;

/** An array as it was in the last windows, oldest first; zeros before there are as many. */
public final class ArrayHistory implements ArrayKernel {

    private final ArrayKernel source;
    private final int[] values;

    /** @param arrays how many windows are kept, at least 1 */
    public ArrayHistory(ArrayKernel source, int arrays) {
        this.source = source;
        this.values = new int[arrays * source.length()];
    }

    @Override
    public void endWindow(Window window) {
        int length = source.length();
        int kept = values.length - length;
        System.arraycopy(values, length, values, 0, kept);
        for (int i = 0; i < length; i++) {
            values[kept + i] = source.element(i);
        }
    }

    @Override
    public int length() {
        return values.length;
    }

    @Override
    public int element(int index) {
        return values[index];
    }
}
