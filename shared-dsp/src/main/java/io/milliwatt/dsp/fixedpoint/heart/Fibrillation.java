package io.milliwatt.dsp.fixedpoint.heart;

/**
 * Whether a chamber fibrillates, for the {@link RhythmRules}.
 *
 * @param sinceSample it stands since then, or stands no longer
 * @param beats since then; 0 for the ventricles
 * @param newestSample of these beats
 */
public record Fibrillation(boolean stands, long sinceSample, long beats, long newestSample) {

    /** It does not, and never did. */
    public static final Fibrillation NONE = new Fibrillation(false, 0, 0, 0);

    /** Of the ventricles, which have no beats then. */
    public static Fibrillation ofVentricles(boolean stands, long sinceSample) {
        return new Fibrillation(stands, sinceSample, 0, sinceSample);
    }
}
