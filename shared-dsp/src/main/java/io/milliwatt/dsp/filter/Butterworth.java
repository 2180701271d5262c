package io.milliwatt.dsp.filter;

import java.util.ArrayList;
import java.util.List;

/**
 * Butterworth designs by the bilinear transform with pre-warped edges (S. Butterworth 1930; Oppenheim and Schafer, "Discrete-Time Signal
 * Processing", §7.2). The gain at an edge is -3.01 dB. Same transfer function as {@code scipy.signal.butter}.
 */
public final class Butterworth {

    private Butterworth() {}

    /** Order 1 to 16, cut-off between 0 and half the rate. */
    public static BiquadCascade lowPass(int order, double cutoffHz, double sampleRateHz) {
        requireOrder(order);
        double warped = warp(cutoffHz, sampleRateHz);
        List<Biquad> sections = new ArrayList<>();
        for (int k = 0; k < order / 2; k++) {
            sections.add(secondOrder(0, 0, warped * warped, 2 * warped * damping(k, order), warped * warped));
        }
        if (order % 2 == 1) {
            sections.add(firstOrder(0, warped, warped));
        }
        return new BiquadCascade(sections);
    }

    /** Order 1 to 16, cut-off between 0 and half the rate. */
    public static BiquadCascade highPass(int order, double cutoffHz, double sampleRateHz) {
        requireOrder(order);
        double warped = warp(cutoffHz, sampleRateHz);
        List<Biquad> sections = new ArrayList<>();
        for (int k = 0; k < order / 2; k++) {
            sections.add(secondOrder(1, 0, 0, 2 * warped * damping(k, order), warped * warped));
        }
        if (order % 2 == 1) {
            sections.add(firstOrder(1, 0, warped));
        }
        return new BiquadCascade(sections);
    }

    /** Order 1 to 16 of the low-pass prototype, so {@code order} sections; {@code 0 < lowHz < highHz < rate / 2}. */
    public static BiquadCascade bandPass(int order, double lowHz, double highHz, double sampleRateHz) {
        requireOrder(order);
        if (!(lowHz < highHz)) {
            throw new IllegalArgumentException("A band needs its lower edge below its upper one, but they are " + lowHz
                    + " and " + highHz + " Hz");
        }
        double low = warp(lowHz, sampleRateHz);
        double high = warp(highHz, sampleRateHz);
        double width = high - low;
        double centreSquared = low * high;
        List<Biquad> sections = new ArrayList<>();
        for (int k = 0; k < order / 2; k++) {
            addBandPair(sections, damping(k, order), width, centreSquared);
        }
        if (order % 2 == 1) {
            sections.add(secondOrder(0, width, 0, width, centreSquared));
        }
        return new BiquadCascade(sections);
    }

    /**
     * A prototype pole pair p, p* becomes two pole pairs: the roots s of s² - p·width·s + centre² = 0 and their conjugates. Each section takes one
     * pair and one zero at the origin.
     */
    private static void addBandPair(List<Biquad> sections, double damping, double width, double centreSquared) {
        double real = -damping * width / 2;
        double imaginary = Math.sqrt(1 - damping * damping) * width / 2;
        // Square root of (real + i imaginary)² - centre².
        double x = real * real - imaginary * imaginary - centreSquared;
        double y = 2 * real * imaginary;
        double magnitude = Math.hypot(x, y);
        double rootReal = Math.sqrt((magnitude + x) / 2);
        double rootImaginary = Math.copySign(Math.sqrt((magnitude - x) / 2), y);
        for (int sign : new int[] {1, -1}) {
            double poleReal = real + sign * rootReal;
            double poleImaginary = imaginary + sign * rootImaginary;
            sections.add(secondOrder(0, width, 0, -2 * poleReal, poleReal * poleReal + poleImaginary * poleImaginary));
        }
    }

    /** Minus the real part of the k-th prototype pole in the left upper quarter. */
    private static double damping(int k, int order) {
        return Math.sin(Math.PI * (2 * k + 1) / (2.0 * order));
    }

    /** (n2 s² + n1 s + n0) / (s² + d1 s + d0) with s = (1 - z⁻¹) / (1 + z⁻¹). */
    private static Biquad secondOrder(double n2, double n1, double n0, double d1, double d0) {
        double scale = 1 + d1 + d0;
        return new Biquad(
                (n2 + n1 + n0) / scale,
                2 * (n0 - n2) / scale,
                (n2 - n1 + n0) / scale,
                2 * (d0 - 1) / scale,
                (1 - d1 + d0) / scale);
    }

    /** (n1 s + n0) / (s + d0) with s = (1 - z⁻¹) / (1 + z⁻¹). */
    private static Biquad firstOrder(double n1, double n0, double d0) {
        double scale = 1 + d0;
        return new Biquad((n1 + n0) / scale, (n0 - n1) / scale, 0, (d0 - 1) / scale, 0);
    }

    private static double warp(double frequencyHz, double sampleRateHz) {
        if (!(frequencyHz > 0 && frequencyHz < sampleRateHz / 2)) {
            throw new IllegalArgumentException("A cut-off must lie between 0 and half the sampling rate ("
                    + sampleRateHz / 2 + " Hz), but it is " + frequencyHz + " Hz");
        }
        return Math.tan(Math.PI * frequencyHz / sampleRateHz);
    }

    private static void requireOrder(int order) {
        if (order < 1 || order > 16) {
            throw new IllegalArgumentException("A Butterworth order must lie between 1 and 16, but it is " + order);
        }
    }
}
