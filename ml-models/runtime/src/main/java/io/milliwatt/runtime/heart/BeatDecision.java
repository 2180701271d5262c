package io.milliwatt.runtime.heart;

import io.milliwatt.runtime.decision.BeatRule;
import io.milliwatt.runtime.model.ProbabilityScale;

/**
 * Decision rule 3: beats one after the other, from margins and features to a class ({@code bundle.md}, section 4). A beat is
 * judged by itself and by those before it: of the same shape for V, of about the same interval for S.
 *
 * <p>Headroom: margins are int16; a mean in Q8 is below 2²³, 49 margins add up to 2²¹.
 */
public final class BeatDecision {

    private static final int SHAPES = 8;
    private static final int LONGEST_MEAN = 16;
    private static final int HELD = 49;

    private final BeatRule rule;
    private final ProbabilityScale scale;
    private final int[] shapeMeansQ8 = new int[SHAPES];
    private final int[] shapeCounts = new int[SHAPES];
    private final short[] intervals = new short[HELD];
    private final short[] margins = new short[HELD];
    private final boolean[] normals = new boolean[HELD];
    private int newest = HELD - 1;
    private int held;

    /** @param scale of the margins, for the confidence */
    public BeatDecision(BeatRule rule, ProbabilityScale scale) {
        this.rule = rule;
        this.scale = scale;
    }

    /**
     * Judges the next beat.
     *
     * @param scores ventricular, supraventricular and majority margin
     * @param features of the beat, as operation 30 gives them
     * @param fibrillates whether the atria fibrillate, as told after the beat before
     */
    public BeatJudgement decide(short[] scores, short[] features, boolean fibrillates) {
        BeatRule.Inputs at = rule.inputs();
        boolean isNormal = features[at.shapeKnown()] == 1;
        int ventricular = shapeMargin(scores[0], features[at.shape()] & (SHAPES - 1), features[at.shapeKnown()] < 0);
        int majority = alikeMargin(scores[2], features[at.interval()], isNormal);
        boolean irregular = features[at.fibrillation()] > rule.fibrillation();
        boolean scattered = irregular && features[at.alternatingFibrillation()] > rule.fibrillation();
        int early = Math.max(scores[1] - rule.supraventricular(), majority - rule.majority());
        int overVentricular = ventricular
                - rule.ventricular()
                - (irregular ? rule.ventricularInFibrillation() : 0)
                + (early > 0 && !isNormal ? rule.ventricularIfEarly() : 0);
        int signs = (scattered ? 1 : 0) + (fibrillates ? 1 : 0);
        int overSupraventricular = early - signs * rule.supraventricularInFibrillation();
        if (features[at.noise()] > rule.cannotTell()) {
            return new BeatJudgement(BeatJudgement.UNKNOWN, 0, true);
        }
        if (overVentricular > 0) {
            return new BeatJudgement(BeatJudgement.VENTRICULAR, confidence(overVentricular), false);
        }
        if (overSupraventricular > 0) {
            int nearest = Math.min(overSupraventricular, 1 - overVentricular);
            return new BeatJudgement(BeatJudgement.SUPRAVENTRICULAR, confidence(nearest), false);
        }
        int nearest = 1 - Math.max(overVentricular, overSupraventricular);
        return new BeatJudgement(BeatJudgement.NORMAL, confidence(nearest), false);
    }

    /** Its own margin and the running mean of up to 16 beats of its shape. */
    private int shapeMargin(int margin, int shape, boolean isNew) {
        int count = isNew ? 1 : Math.min(shapeCounts[shape] + 1, LONGEST_MEAN);
        shapeCounts[shape] = count;
        int meanQ8 = count == 1 ? margin << 8 : shapeMeansQ8[shape] + ((margin << 8) - shapeMeansQ8[shape]) / count;
        shapeMeansQ8[shape] = meanQ8;
        long sum = (256L - rule.shapeShareQ8()) * (margin << 8) + (long) rule.shapeShareQ8() * meanQ8;
        return (int) (sum >> 16);
    }

    /** Its own margin and the mean of those of the last 49 beats, itself among them, that come after alike intervals. */
    private int alikeMargin(int margin, int interval, boolean normal) {
        newest = newest + 1 == HELD ? 0 : newest + 1;
        held = Math.min(held + 1, HELD);
        intervals[newest] = (short) interval;
        margins[newest] = (short) margin;
        normals[newest] = normal;
        int sum = 0;
        int count = 0;
        for (int i = 0; i < held; i++) {
            boolean alike = 100 * Math.abs(intervals[i] - interval) < rule.alikePercent() * interval;
            if (normals[i] == normal && (i == newest || alike)) {
                sum += margins[i];
                count++;
            }
        }
        return (rule.alikeShareQ8() * (sum / count) + (256 - rule.alikeShareQ8()) * margin) >> 8;
    }

    /** The probability of what stands by so many score units against its opposite. */
    private int confidence(int distance) {
        return scale.probabilities(new short[] {(short) Math.min(distance, Short.MAX_VALUE), 0})[0];
    }
}
