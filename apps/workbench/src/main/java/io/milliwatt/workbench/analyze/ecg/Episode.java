package io.milliwatt.workbench.analyze.ecg;

import io.milliwatt.dsp.fixedpoint.heart.RhythmClass;
import java.util.OptionalDouble;

/**
 * A rhythm from its onset to its end.
 *
 * @param urgency 0 information to 3 high
 * @param endSeconds empty if it stands when the recording ends
 * @param heartRatePerMinute 0 where two beats are wanting
 * @param beats in it
 */
record Episode(
        RhythmClass rhythm,
        int urgency,
        double beginSeconds,
        OptionalDouble endSeconds,
        int heartRatePerMinute,
        long beats) {}
