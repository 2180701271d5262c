package io.milliwatt.dsp.vibration.diagnosis;

/**
 * From the strengths of the evidence to an answer and its confidence. All thresholds stand here.
 *
 * <p>The confidence of a named part rises with the height of its comb from 0.5 to 0.97. Over 300 simulated faulty rigs (impacts 18 to 3 dB below the
 * background) no named part was the wrong one; among CWRU's 36 faulty records the only two named wrongly, both of one ball that writes inner-race
 * lines, stand at 0.6 and 0.7, and the right ones at 0.88 and above. That of a healthy verdict falls from 0.9 to 0.6 as the best comb nears
 * the limit: a record can hide a weak fault.
 *
 * @param confidence 0..1
 * @param unexplained whether impacts repeat clearly at an order that none of this bearing's parts has
 */
record Verdict(Fault fault, double confidence, boolean unexplained) {

    /** A comb this high is there whatever else the machine writes into its envelope (CWRU's clear race faults: 15 to 20 dB). */
    private static final double HIGH_DECIBELS = 12;

    private static final double HIGH_SIGNIFICANCE = 2.5;

    /** Fewer turns leave too few averages to trust height alone. */
    private static final double TURNS_FOR_HEIGHT = 40;

    /** A comb that stands this far above the machine's own false alarms names the part even if it is lower. */
    private static final double CERTAIN_SIGNIFICANCE = 7;

    private static final double CERTAIN_DECIBELS = 6;
    private static final double LIKELY_SIGNIFICANCE = 5;
    private static final double LIKELY_DECIBELS = 9.5;

    /** Below that, some damage is likely but not which: on CWRU such lines come from the wrong part as often as from the right one. */
    private static final double WEAK_SIGNIFICANCE = 5;

    private static final double WEAK_DECIBELS = 5;

    /** Impulsive all along (Gaussian noise has 2): damage without a line. */
    private static final double IMPULSIVE = 9.5;

    /** Over single turns the tails are short: FEMTO's snapshots of three turns stay below 4.2 in early life and mostly reach 5 to 13 near the end. */
    private static final double BRIEFLY_IMPULSIVE = 5;

    /** Sound machines stay below 11 dB at all orders (CWRU, IMS, simulated ones). */
    private static final double UNEXPLAINED_DECIBELS = 13;

    private static final double STEADY_DECIBELS = 15.5;
    private static final double STEADY_SIGNIFICANCE = 15;

    private static final double CLEAR_CONFIDENCE = 0.8;
    private static final double DOUBTFUL_CONFIDENCE = 0.2;

    private Verdict(Fault fault, double confidence) {
        this(fault, confidence, false);
    }

    static Verdict of(Findings findings, double turns) {
        PartEvidence strongest = findings.strongest();
        double impulsiveness = findings.impulsiveness();
        if (names(strongest, turns)) {
            return new Verdict(strongest.fault(), namedConfidence(strongest));
        }
        if (strongest.significance() >= WEAK_SIGNIFICANCE && strongest.meanDecibels() >= WEAK_DECIBELS) {
            return new Verdict(Fault.UNIDENTIFIED, 0.5);
        }
        if (findings.impacts().meanDecibels() >= UNEXPLAINED_DECIBELS && turns >= TURNS_FOR_HEIGHT) {
            return new Verdict(Fault.UNIDENTIFIED, 0.6, true);
        }
        if (impulsiveness >= IMPULSIVE) {
            return new Verdict(Fault.UNIDENTIFIED, Math.min(0.8, 0.4 + 0.04 * (impulsiveness - IMPULSIVE)));
        }
        return new Verdict(Fault.NONE, 0.9 - 0.06 * Math.clamp(strongest.significance(), 0, 5));
    }

    boolean namesAPartClearly() {
        return fault != Fault.NONE && fault != Fault.UNIDENTIFIED && confidence >= CLEAR_CONFIDENCE;
    }

    /** With tones let through, sound machines and other parts write combs too: up to 14.4 dB and 10 spreads on CWRU; clockwork impacts 18 and 30. */
    static boolean isBeyondDoubt(PartEvidence evidence) {
        return evidence.meanDecibels() >= STEADY_DECIBELS && evidence.significance() >= STEADY_SIGNIFICANCE;
    }

    /** Where no line can be resolved. */
    static Verdict withoutLines(double impulsiveness) {
        return impulsiveness >= BRIEFLY_IMPULSIVE ? new Verdict(Fault.UNIDENTIFIED, 0.4) : new Verdict(Fault.NONE, 0.4);
    }

    /** The same answer, for a recording that contradicts what was said about it. */
    Verdict doubtful() {
        return new Verdict(fault, Math.min(confidence, DOUBTFUL_CONFIDENCE), unexplained);
    }

    private static boolean names(PartEvidence evidence, double turns) {
        double height = evidence.meanDecibels();
        double significance = evidence.significance();
        return (height >= HIGH_DECIBELS && significance >= HIGH_SIGNIFICANCE && turns >= TURNS_FOR_HEIGHT)
                || (height >= LIKELY_DECIBELS && significance >= LIKELY_SIGNIFICANCE)
                || (height >= CERTAIN_DECIBELS && significance >= CERTAIN_SIGNIFICANCE);
    }

    private static double namedConfidence(PartEvidence evidence) {
        return Math.clamp(0.5 + 0.04 * (evidence.meanDecibels() - 6), 0.5, 0.97);
    }
}
