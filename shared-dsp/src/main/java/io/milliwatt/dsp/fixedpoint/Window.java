package io.milliwatt.dsp.fixedpoint;

/** What the kernels must know of the window that is ending besides its samples. */
public final class Window {

    public static final int CLIPPED = 1;
    public static final int FLAT = 1 << 1;
    public static final int STOPPED = 1 << 2;
    public static final int WARMING_UP = 1 << 4;
    public static final int SENSOR_FAULT = 1 << 5;

    private final int shaftSpeedMilliHertz;
    private int qualityFlags;

    /**
     * @param shaftSpeedMilliHertz 0 … 1,000,000; 0 is a standing shaft
     * @param qualityFlags what is known before any kernel has finished
     */
    public Window(int shaftSpeedMilliHertz, int qualityFlags) {
        this.shaftSpeedMilliHertz = shaftSpeedMilliHertz;
        this.qualityFlags = qualityFlags;
    }

    public int shaftSpeedMilliHertz() {
        return shaftSpeedMilliHertz;
    }

    /** The bits of frame.md, kind 2. */
    public int qualityFlags() {
        return qualityFlags;
    }

    public void flag(int flags) {
        qualityFlags |= flags;
    }

    public boolean hasAny(int flags) {
        return (qualityFlags & flags) != 0;
    }
}
