package io.milliwatt.dsp.vibration.diagnosis;

import java.util.List;

/**
 * The strongest comb at any order at all: impacts that repeat, whether or not this bearing would write them. A clear one that no part explains
 * means another bearing, a wrong name or a wrong speed; either way it is no sound machine.
 *
 * @param baseHz how often the impacts repeat
 * @param meanDecibels mean height of the comb
 */
record RepeatedImpacts(double baseHz, double meanDecibels) {

    private static final double LOWEST_ORDER = 1.6;
    private static final double HIGHEST_ORDER = 12;

    /** A stated speed may be this far off. */
    private static final double SPEED_DOUBT = 0.03;

    private static final LineComb COMB = LineComb.plain(4);

    /** The strongest over all bands, shaft orders left out: where the shaft was not found, all orders that a wrong speed could make of them. */
    static RepeatedImpacts strongest(List<EnvelopeView> views, ShaftSpeed shaft) {
        double shaftHz = shaft.hertz();
        RepeatedImpacts strongest = new RepeatedImpacts(shaftHz, 0);
        double step = (1 + CombScore.HIGHEST_SLIP) / (1 + CombScore.LOWEST_SLIP);
        for (EnvelopeView view : views) {
            LineHeights heights = view.heights().withoutShaft(shaftHz);
            for (double order = LOWEST_ORDER; order < HIGHEST_ORDER; order *= step) {
                CombScore score = CombScore.best(heights, order * shaftHz, shaftHz, COMB);
                double found = order * (1 + score.slip());
                boolean shaftOrder = !shaft.found() && Math.abs(found / Math.rint(found) - 1) < SPEED_DOUBT;
                if (score.meanDecibels() > strongest.meanDecibels && !shaftOrder) {
                    strongest = new RepeatedImpacts(found * shaftHz, score.meanDecibels());
                }
            }
        }
        return strongest;
    }
}
