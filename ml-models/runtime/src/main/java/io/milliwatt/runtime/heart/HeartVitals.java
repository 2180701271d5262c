package io.milliwatt.runtime.heart;

/**
 * What a second of the signal shows.
 *
 * @param heartRateTenthsPerMinute 0 unknown
 * @param lastIntervalMillis between R waves; 0 unknown
 * @param respirationRateTenthsPerMinute 0 unknown
 * @param beats detected in this second
 * @param signalQuality 0 … 100
 * @param atrialFibrillation 0 no, 1 yes, 2 unknown
 * @param ventricularPermille of the last 64 beats
 * @param baselineWanderMicrovolt peak to peak
 * @param noiseMicrovolt root mean square
 * @param qualityFlags bits as in a features frame: 0 clipped, 1 lead off, 4 warming up, 6 cannot tell
 */
public record HeartVitals(
        int heartRateTenthsPerMinute,
        int lastIntervalMillis,
        int respirationRateTenthsPerMinute,
        int beats,
        int signalQuality,
        int atrialFibrillation,
        int ventricularPermille,
        int baselineWanderMicrovolt,
        int noiseMicrovolt,
        int qualityFlags) {

    public static final int CLIPPED = 1;
    public static final int LEAD_OFF = 1 << 1;
    public static final int WARMING_UP = 1 << 4;
    public static final int CANNOT_TELL = 1 << 6;
}
