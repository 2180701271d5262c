package io.milliwatt.ec57.noise;

import io.milliwatt.datasets.wfdb.Annotation;
import io.milliwatt.ec57.TestPeriod;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;

/**
 * Adds noise to one signal. The ratio is that of nst (nst.c): S is the square of the normal beats' peak-to-peak amplitude over 8, the power
 * of a sine of that height; N is the power of the noise. Signals are in their own units, the zero of their converter taken off.
 */
public final class NoiseStress {
    /** The ratios of the noise stress test database, in dB. */
    public static final List<Integer> RATIOS_DB = List.of(24, 18, 12, 6, 0, -6);

    private static final int CLEAN_SECONDS = 300;
    private static final int SEGMENT_SECONDS = 120;
    private static final double RATE_TOLERANCE = 0.1;

    /** So many digits of the gain does nst write into its protocol. */
    private static final MathContext PROTOCOL_DIGITS = new MathContext(6, RoundingMode.HALF_EVEN);

    private final double gain;
    private final int[] noise;
    private final double sampleRateHz;

    private NoiseStress(double gain, int[] noise, double sampleRateHz) {
        this.gain = new BigDecimal(gain).round(PROTOCOL_DIGITS).doubleValue();
        this.noise = noise.clone();
        this.sampleRateHz = sampleRateHz;
    }

    /**
     * @param signal the ECG, whose amplitude is taken around the reference's beats
     * @param noise a record of noise alone, which begins anew where it ends
     * @throws IllegalArgumentException in a sentence, when one of the two cannot be measured, or their rates differ
     */
    public static NoiseStress of(
            int[] signal,
            List<Annotation> reference,
            int[] noise,
            double sampleRateHz,
            double noiseRateHz,
            double ratioDb) {
        if (Math.abs(noiseRateHz - sampleRateHz) > RATE_TOLERANCE * sampleRateHz) {
            throw new IllegalArgumentException("the noise was sampled at " + noiseRateHz + " Hz and the ECG at "
                    + sampleRateHz + " Hz; resample the noise record first");
        }
        double signalAmplitude = SignalAmplitude.peakToPeak(signal, reference, sampleRateHz)
                .orElseThrow(() -> new IllegalArgumentException(
                        "the reference annotations hold no beat that is not ventricular, to measure the ECG by"));
        double noiseAmplitude = SignalAmplitude.rootMeanSquare(noise, noiseRateHz)
                .orElseThrow(() -> new IllegalArgumentException("the noise record is shorter than a second"));
        if (signalAmplitude == 0 || noiseAmplitude == 0) {
            throw new IllegalArgumentException((noiseAmplitude == 0 ? "the noise record" : "the ECG")
                    + " is flat: it has no amplitude to scale by");
        }
        double wanted = Math.pow(10, -ratioDb / 20) * Math.sqrt(2) / 4;
        return new NoiseStress(wanted * signalAmplitude / noiseAmplitude, noise, sampleRateHz);
    }

    /** What the noise is multiplied with where it is added. */
    public double gain() {
        return gain;
    }

    /** Whether noise is added to that sample: minutes 5 to 7, 9 to 11, and so on. */
    public boolean isNoisy(long sample) {
        long since = sample - TestPeriod.samples(CLEAN_SECONDS, sampleRateHz);
        return since >= 0 && since / TestPeriod.samples(SEGMENT_SECONDS, sampleRateHz) % 2 == 0;
    }

    /** The signal with its noise. Where noise sets in, ends or begins anew, the signal is shifted so that it does not jump. */
    public int[] addedTo(int[] signal) {
        int[] mixed = new int[signal.length];
        int shift = 0;
        for (int i = 0; i < signal.length; i++) {
            if (i > 0 && (isNoisy(i) != isNoisy(i - 1) || i % noise.length == 0)) {
                double level = isNoisy(i) ? gain * noise[(i - 1) % noise.length] : 0;
                shift = (int) (signal[i - 1] + level - mixed[i - 1]);
            }
            double added = isNoisy(i) ? gain * noise[i % noise.length] : 0;
            mixed[i] = (int) (signal[i] + added - shift);
        }
        return mixed;
    }
}
