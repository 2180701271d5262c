package io.milliwatt.dsp.fixedpoint;

/** The speed that the window was judged with, in millihertz. */
public final class ShaftSpeed implements Kernel {

    private int milliHertz;

    @Override
    public void endWindow(Window window) {
        milliHertz = window.shaftSpeedMilliHertz();
    }

    @Override
    public int value(int index) {
        return milliHertz;
    }
}
