package io.milliwatt.dsp.vibration.diagnosis;

/**
 * The best that one band and one comb say about one part.
 *
 * @param fault the part
 * @param view the band where
 * @param score of the comb
 * @param significance spreads above meaningless orders
 * @param baseHz the base frequency found, slip included
 * @param expectedHz the base frequency without slip
 * @param comb the lines that were looked for
 */
record PartEvidence(
        Fault fault,
        EnvelopeView view,
        CombScore score,
        double significance,
        double baseHz,
        double expectedHz,
        LineComb comb) {

    double meanDecibels() {
        return score.meanDecibels();
    }

    /** Rank among parts: both a high comb and one that stands out. */
    double weight() {
        return Math.max(0, significance) * Math.max(0, meanDecibels());
    }
}
