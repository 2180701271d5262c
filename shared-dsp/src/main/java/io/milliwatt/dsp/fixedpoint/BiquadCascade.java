package io.milliwatt.dsp.fixedpoint;

/**
 * Second-order sections in direct form I with Q29 coefficients: y = b₀x + b₁x₁ + b₂x₂ − a₁y₁ − a₂y₂. What rounding cuts
 * off one output is added to the next (fraction saving), which keeps poles close to the unit circle quiet.
 *
 * <p>Headroom: the magnitudes of a section's coefficients sum to less than 2³² and samples are at most 2³¹, so the sum
 * of products is at most (2³² − 1) · 2³¹ = 2⁶³ − 2³¹; the saved fraction adds less than 2²⁹. The output saturates to int32.
 */
public final class BiquadCascade implements Kernel {

    public static final int COEFFICIENTS_PER_SECTION = 5;
    private static final int FRACTION_BITS = 29;
    private static final long FRACTION_MASK = (1L << FRACTION_BITS) - 1;

    private final int[] coefficientsQ29;
    private final int[] state;
    private int output;

    /** @param coefficientsQ29 b₀ b₁ b₂ a₁ a₂ of each section, magnitudes of a section summing to less than 2³² */
    public BiquadCascade(int... coefficientsQ29) {
        this.coefficientsQ29 = coefficientsQ29.clone();
        this.state = new int[coefficientsQ29.length];
    }

    /** Whether a section's coefficients leave the headroom that this class needs. */
    public static boolean hasHeadroom(int b0, int b1, int b2, int a1, int a2) {
        return magnitude(b0) + magnitude(b1) + magnitude(b2) + magnitude(a1) + magnitude(a2) < 1L << 32;
    }

    private static long magnitude(int coefficient) {
        return Math.abs((long) coefficient);
    }

    @Override
    public boolean accept(int value) {
        int[] c = coefficientsQ29;
        int x = value;
        for (int s = 0; s < c.length; s += COEFFICIENTS_PER_SECTION) {
            long sum = state[s + 4];
            sum += (long) c[s] * x + (long) c[s + 1] * state[s] + (long) c[s + 2] * state[s + 1];
            sum -= (long) c[s + 3] * state[s + 2] + (long) c[s + 4] * state[s + 3];
            int y = Saturation.toInt32(sum >> FRACTION_BITS);
            state[s + 1] = state[s];
            state[s] = x;
            state[s + 3] = state[s + 2];
            state[s + 2] = y;
            state[s + 4] = (int) (sum & FRACTION_MASK);
            x = y;
        }
        output = x;
        return true;
    }

    @Override
    public int output() {
        return output;
    }
}
