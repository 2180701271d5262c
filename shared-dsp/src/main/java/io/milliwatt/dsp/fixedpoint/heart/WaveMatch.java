package io.milliwatt.dsp.fixedpoint.heart;

/**
 * How well a stretch of the signal fits a template, at the best of several lags: correlation with both means taken away.
 *
 * <p>Headroom: up to 37 products of two 15-bit values add up to 2³⁴, times 37 to 2³⁹.
 */
final class WaveMatch {

    private int correlationQ15;
    private int lag;

    /**
     * Tries the lags −lags … lags; of equal correlations the first stands.
     *
     * @param from tick of the stretch's first value at lag 0
     * @param template its first value at {@code offset}
     */
    void find(BeatSignal signal, int from, short[] template, int offset, int length, int lags) {
        long sum = 0;
        long squares = 0;
        for (int i = 0; i < length; i++) {
            int value = template[offset + i];
            sum += value;
            squares += (long) value * value;
        }
        long templateEnergy = length * squares - sum * sum;
        correlationQ15 = -32_768;
        for (int shift = -lags; shift <= lags; shift++) {
            int correlation = at(signal, from + shift, template, offset, length, sum, templateEnergy);
            if (correlation > correlationQ15) {
                correlationQ15 = correlation;
                lag = shift;
            }
        }
    }

    private static int at(
            BeatSignal signal, int from, short[] template, int offset, int length, long templateSum, long energy) {
        long sum = 0;
        long squares = 0;
        long products = 0;
        for (int i = 0; i < length; i++) {
            int value = signal.at(from + i);
            sum += value;
            squares += (long) value * value;
            products += (long) value * template[offset + i];
        }
        return Ratio.correlationQ15(length * products - sum * templateSum, length * squares - sum * sum, energy);
    }

    /** The largest. */
    int correlationQ15() {
        return correlationQ15;
    }

    /** Where it is, in ticks; positive when the wave lies later than the template's. */
    int lag() {
        return lag;
    }
}
