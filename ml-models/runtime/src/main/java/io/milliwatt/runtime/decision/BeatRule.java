package io.milliwatt.runtime.decision;

import java.nio.ByteBuffer;

/**
 * The numbers of decision rule 3: how a beat's margins become its class ({@code bundle.md}, section 4). Margins are a model's
 * scores: that the beat is ventricular, that it is supraventricular, and the same by a model that looks for a rhythm whose
 * majority is supraventricular.
 *
 * @param inputs which of the beat's features are what
 * @param ventricular the ventricular margin must exceed this
 * @param ventricularInFibrillation by so much more in atrial fibrillation
 * @param ventricularIfEarly by so much less for a beat that is called early and has not the normal shape
 * @param supraventricular the supraventricular margin must exceed this
 * @param majority or the other one, smoothed, this
 * @param fibrillation a fibrillation score above this is a sign of atrial fibrillation
 * @param supraventricularInFibrillation both margins for S must exceed theirs by so much more for each sign of atrial fibrillation:
 *     the scores, and the rhythm as told
 * @param cannotTell a noise above this lets no beat be judged
 * @param shapeShareQ8 how much of the ventricular margin is the mean of the beats with the same shape, 0 … 256
 * @param alikeShareQ8 how much of the majority margin is the mean of beats alike, 0 … 256
 * @param alikePercent intervals differ by less than so many per cent of the beat's own to be alike, 0 … 100
 */
public record BeatRule(
        Inputs inputs,
        int ventricular,
        int ventricularInFibrillation,
        int ventricularIfEarly,
        int supraventricular,
        int majority,
        int fibrillation,
        int supraventricularInFibrillation,
        int cannotTell,
        int shapeShareQ8,
        int alikeShareQ8,
        int alikePercent) {

    /** Bytes in section 4. */
    static final int LENGTH = 28;

    /**
     * Positions in the array of a beat, 0 … 63.
     *
     * @param fibrillation the score of atrial fibrillation
     * @param alternatingFibrillation the same that alternation leaves alone; the smaller of both counts against S
     * @param interval RR interval
     * @param shapeKnown 1 for the normal shape, 0 for another, negative for a new one
     * @param shape its number, 0 … 7
     * @param noise beside the QRS complex
     */
    public record Inputs(
            int fibrillation, int alternatingFibrillation, int interval, int shapeKnown, int shape, int noise) {
        public Inputs {
            for (int each : new int[] {fibrillation, alternatingFibrillation, interval, shapeKnown, shape, noise}) {
                require(each >= 0 && each <= 63, "A feature's position in a beat's array must be 0 to 63", each);
            }
        }
    }

    public BeatRule {
        for (int each : new int[] {
            ventricular,
            ventricularInFibrillation,
            ventricularIfEarly,
            supraventricular,
            majority,
            fibrillation,
            supraventricularInFibrillation,
            cannotTell
        }) {
            require(each >= -16_384 && each <= 16_383, "A threshold of a beat rule must be −16384 to 16383", each);
        }
        require(shapeShareQ8 >= 0 && shapeShareQ8 <= 256, "The share of a shape's mean must be 0 to 256", shapeShareQ8);
        require(alikeShareQ8 >= 0 && alikeShareQ8 <= 256, "The share of beats alike must be 0 to 256", alikeShareQ8);
        require(alikePercent >= 0 && alikePercent <= 100, "Per cent of an interval must be 0 to 100", alikePercent);
    }

    private static void require(boolean holds, String rule, int value) {
        if (!holds) {
            throw new IllegalArgumentException(rule + ", not " + value + ".");
        }
    }

    void write(ByteBuffer out) {
        out.put((byte) inputs.fibrillation())
                .put((byte) inputs.alternatingFibrillation())
                .put((byte) inputs.interval())
                .put((byte) inputs.shapeKnown())
                .put((byte) inputs.shape())
                .put((byte) inputs.noise());
        for (int each : new int[] {
            ventricular,
            ventricularInFibrillation,
            ventricularIfEarly,
            supraventricular,
            majority,
            fibrillation,
            supraventricularInFibrillation,
            cannotTell,
            shapeShareQ8,
            alikeShareQ8
        }) {
            out.putShort((short) each);
        }
        out.put((byte) alikePercent).put((byte) 0);
    }

    static BeatRule read(ByteBuffer in) {
        Inputs inputs = new Inputs(in.get(), in.get(), in.get(), in.get(), in.get(), in.get());
        BeatRule rule = new BeatRule(
                inputs,
                in.getShort(),
                in.getShort(),
                in.getShort(),
                in.getShort(),
                in.getShort(),
                in.getShort(),
                in.getShort(),
                in.getShort(),
                in.getShort(),
                in.getShort(),
                in.get());
        int reserved = in.get();
        require(reserved == 0, "A reserved byte of the decision section must be 0", reserved);
        return rule;
    }
}
