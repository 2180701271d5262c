package io.milliwatt.runtime.learning;

/** Quotients as the contract defines them. */
final class ExactArithmetic {

    private ExactArithmetic() {}

    /** numerator / denominator, rounded half up; the magnitudes stay below 2^61. */
    static long roundedDivision(long numerator, long denominator) {
        return Math.floorDiv(2 * numerator + denominator, 2 * denominator);
    }
}
