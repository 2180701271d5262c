package io.milliwatt.dsp.fixedpoint;

/**
 * The level that a spectrum has between its lines: the lower median around points on a grid in shaft orders, linear between
 * them. A median of logarithms is the logarithm of the median, so the log spectrum serves as it is.
 */
public final class LocalFloor implements Kernel {

    private static final int ONE_BIN_Q16 = 1 << 16;

    private final LogSpectrum spectrum;
    private final SpectrumAxis axis;
    private final FloorGrid settings;
    private final int[] levels;
    private int points;
    private int topBin;
    private long binsPerOrderQ16;
    private long stepQ16;

    public LocalFloor(LogSpectrum spectrum, SpectrumAxis axis, FloorGrid settings) {
        this.spectrum = spectrum;
        this.axis = axis;
        this.settings = settings;
        this.levels = new int[settings.points()];
    }

    @Override
    public void endWindow(Window window) {
        points = 0;
        binsPerOrderQ16 = axis.binsPerOrderQ16(window.shaftSpeedMilliHertz());
        if (binsPerOrderQ16 == 0) {
            return;
        }
        int lastBin = spectrum.bins() - 1;
        long top = Math.min((settings.limitOrders() * binsPerOrderQ16) >> 16, axis.binAt(settings.limitMilliHertz()));
        topBin = (int) Math.min(top, lastBin - 1L);
        stepQ16 = Math.max(ONE_BIN_Q16, (settings.gridStepOrderQ16() * binsPerOrderQ16) >> 16);
        long halfQ16 = Math.max(
                (long) settings.minimumHalfWidthBins() << 16, (settings.halfWidthOrderQ16() * binsPerOrderQ16) >> 16);
        points = (int) Math.min(settings.points(), ((long) topBin << 16) / stepQ16 + 2);
        for (int j = 0; j < points; j++) {
            long centreQ16 = j * stepQ16;
            long low = Math.max(0, (centreQ16 - halfQ16 + 65_535) >> 16);
            long high = Math.min(lastBin, (centreQ16 + halfQ16) >> 16);
            levels[j] = LowerMedian.ofUnsigned16(spectrum.values(), (int) Math.min(low, high), (int) high);
        }
    }

    /** False while the shaft stands still: then there are no orders. */
    boolean isKnown() {
        return points > 0;
    }

    long binsPerOrderQ16() {
        return binsPerOrderQ16;
    }

    /** Lines reach up to here. */
    int topBin() {
        return topBin;
    }

    /** The spectrum's bin above the floor, log₂ power in Q10. */
    int excess(int bin) {
        return spectrum.bin(bin) - levelAt(bin);
    }

    private int levelAt(int bin) {
        long positionQ16 = ((long) bin << 32) / stepQ16;
        long index = positionQ16 >> 16;
        if (index >= points - 1) {
            return levels[points - 1];
        }
        int level = levels[(int) index];
        return level + (int) (((levels[(int) index + 1] - level) * (positionQ16 & 0xFFFF)) >> 16);
    }

    int bins() {
        return spectrum.bins();
    }
}
