package io.milliwatt.runtime.heart;

import io.milliwatt.dsp.fixedpoint.heart.BeatClass;

/**
 * A beat whose class is final.
 *
 * @param sample of the R wave, 0 for the first sample taken
 * @param confidence 0 … 255, 0 where the classifier abstained
 * @param abstained the signal, or that around the beat, is too poor to tell its class, which is then {@link BeatClass#UNCLASSIFIABLE}
 * @param inAtrialFibrillation an episode stands
 * @param paced a pacing spike was seen before it
 * @param foundLate by searching back
 */
public record ClassedBeat(
        long sample,
        BeatClass beatClass,
        int confidence,
        boolean abstained,
        boolean inAtrialFibrillation,
        boolean paced,
        boolean foundLate) {}
