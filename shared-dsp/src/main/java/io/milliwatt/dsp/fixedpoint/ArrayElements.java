package io.milliwatt.dsp.fixedpoint;

/** Elements of an array as values, so that outputs and baselines can have them. */
public final class ArrayElements implements Kernel {

    private final ArrayKernel array;
    private final int[] elements;
    private final int[] values;

    /** @param elements indices below the array's length */
    public ArrayElements(ArrayKernel array, int... elements) {
        this.array = array;
        this.elements = elements.clone();
        this.values = new int[elements.length];
    }

    @Override
    public void endWindow(Window window) {
        for (int i = 0; i < values.length; i++) {
            values[i] = array.element(elements[i]);
        }
    }

    @Override
    public int value(int index) {
        return values[index];
    }
}
