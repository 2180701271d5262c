package io.milliwatt.dsp.fixedpoint.heart;

/**
 * The shapes of QRS complexes that this heart has shown, up to eight, learnt without labels. The normal one is that which
 * keeps coming in time: a premature beat earns its shape nothing, so that even of a bigeminy the sinus beat is the normal one.
 */
final class QrsTemplates {

    /** Ticks of a template before and after the R wave. */
    static final int REACH = 18;

    /** Ticks of a template. */
    static final int LENGTH = 2 * REACH + 1;

    /** Shapes held. */
    static final int TEMPLATES = 8;

    private static final int JOIN_LAGS = 4;
    private static final int JOIN_Q15 = 29_491;
    private static final int LARGEST_ENERGY = 2;
    private static final int SLOWEST_WEIGHT = 16;
    private static final int SCORE_ONE = 1 << 16;
    private static final int SCORE_FADE_SHIFT = 8;
    private static final int HURRIED_PART = 8;
    private static final int ACCEPTED_PART = 4;
    private static final int RATIO_SHIFT = 4;

    private final short[] shapes = new short[TEMPLATES * LENGTH];
    private final short[] counts = new short[TEMPLATES];
    private final short[] idle = new short[TEMPLATES];
    private final int[] scores = new int[TEMPLATES];
    private final int[] intervalRatios = new int[TEMPLATES];
    private final WaveMatch match = new WaveMatch();
    private int normal;
    private int current;
    private int currentLag;
    private boolean joined;
    private int acceptedCorrelation;

    /** Looks for the beat's shape; a new one takes the place of the one not seen for longest. */
    void find(BeatSignal signal, int beat) {
        int best = -1;
        int bestCorrelation = JOIN_Q15 - 1;
        acceptedCorrelation = -32_767;
        for (int i = 0; i < TEMPLATES; i++) {
            if (counts[i] > 0) {
                match.find(signal, beat - REACH, shapes, i * LENGTH, LENGTH, JOIN_LAGS);
                if (isAccepted(i)) {
                    acceptedCorrelation = Math.max(acceptedCorrelation, match.correlationQ15());
                }
                if (match.correlationQ15() > bestCorrelation && alike(signal, beat + match.lag(), i)) {
                    best = i;
                    bestCorrelation = match.correlationQ15();
                    currentLag = match.lag();
                }
            }
        }
        joined = best >= 0;
        current = joined ? best : oldest();
        if (!joined) {
            currentLag = 0;
            open(signal, beat);
        }
    }

    /**
     * The energy between half and twice the template's. Ventricular beats that differ from a normal shape by little but their
     * size are a shape of their own.
     */
    private boolean alike(BeatSignal signal, int beat, int template) {
        long sum = 0;
        long squares = 0;
        long templateSum = 0;
        long templateSquares = 0;
        for (int i = 0; i < LENGTH; i++) {
            int value = signal.at(beat - REACH + i);
            int mean = shapes[template * LENGTH + i];
            sum += value;
            squares += (long) value * value;
            templateSum += mean;
            templateSquares += (long) mean * mean;
        }
        long energy = LENGTH * squares - sum * sum;
        long templateEnergy = LENGTH * templateSquares - templateSum * templateSum;
        return energy <= LARGEST_ENERGY * templateEnergy && templateEnergy <= LARGEST_ENERGY * energy;
    }

    private int oldest() {
        int oldest = normal == 0 && counts[0] > 0 ? 1 : 0;
        for (int i = 0; i < TEMPLATES; i++) {
            if (counts[i] == 0) {
                return i;
            }
            if (i != normal && idle[i] > idle[oldest]) {
                oldest = i;
            }
        }
        return oldest;
    }

    private void open(BeatSignal signal, int beat) {
        for (int i = 0; i < LENGTH; i++) {
            shapes[current * LENGTH + i] = (short) signal.at(beat - REACH + i);
        }
        counts[current] = 0;
        scores[current] = 0;
        intervalRatios[current] = 0;
    }

    /**
     * Learns the beat that was looked for last.
     *
     * @param hurried it came at the rate of a tachycardia, unlike normal beats; then another shape earns but an eighth, so that
     *     a long tachycardia does not become what is normal
     * @param intervalRatioQ8 its RR interval to the median one
     */
    void learn(BeatSignal signal, int beat, boolean premature, boolean hurried, int intervalRatioQ8) {
        int weight = Math.min(counts[current] + 1, SLOWEST_WEIGHT);
        for (int i = 0; i < LENGTH; i++) {
            int at = current * LENGTH + i;
            shapes[at] += (short) ((signal.at(beat + currentLag - REACH + i) - shapes[at]) / weight);
        }
        int ratio = intervalRatioQ8 << 8;
        intervalRatios[current] = counts[current] == 0
                ? ratio
                : intervalRatios[current] + ((ratio - intervalRatios[current]) >> RATIO_SHIFT);
        counts[current] = (short) Math.min(counts[current] + 1, Short.MAX_VALUE);
        for (int i = 0; i < TEMPLATES; i++) {
            idle[i] = (short) Math.min(idle[i] + 1, Short.MAX_VALUE);
            scores[i] -= scores[i] >> SCORE_FADE_SHIFT;
        }
        idle[current] = 0;
        int earned = hurried && current != normal ? SCORE_ONE / HURRIED_PART : SCORE_ONE;
        scores[current] += premature ? 0 : earned;
        for (int i = 0; i < TEMPLATES; i++) {
            if (scores[i] > scores[normal]) {
                normal = i;
            }
        }
    }

    /** Where the R wave of the beat looked for last lies after its own shape, in ticks after where it was told. */
    int lag() {
        return currentLag;
    }

    /** Whether a shape comes in time often enough to be a normal one: at least a quarter as often as the most normal. */
    boolean isAccepted(int template) {
        return template == normal || (counts[template] > 0 && scores[template] >= scores[normal] / ACCEPTED_PART);
    }

    /** Whether the beat looked for last has a normal shape. */
    boolean isNormal() {
        return current == normal;
    }

    /** The largest correlation of the beat looked for last with any accepted shape, Q15. */
    int acceptedCorrelationQ15() {
        return acceptedCorrelation;
    }

    /** The number of its shape, 0 … 7, which another shape may get later. */
    int shape() {
        return current;
    }

    /** Whether the beat looked for last had a shape known before. */
    boolean isKnown() {
        return joined;
    }

    /** Beats of the present shape so far, without this one until it is learnt; at most 32,767. */
    int beatsAlike() {
        return counts[current];
    }

    /** RR intervals of the present shape to the median one, a running mean in Q8; 0 for a new shape. */
    int intervalRatioQ8() {
        return intervalRatios[current] >> 8;
    }

    /** How much the present shape comes in time against the normal one, Q8. */
    int standingQ8() {
        return Ratio.q8(scores[current], scores[normal]);
    }

    /** The shapes one after the other, each of {@link #LENGTH}. */
    short[] shapes() {
        return shapes;
    }

    /** The shape that comes in time most often. */
    int normal() {
        return normal;
    }
}
