/**
 * Recordings in the European Data Format and its extension EDF+, read and written (Kemp et al. 1992; Kemp and Olivier 2003; the
 * specifications at edfplus.info): signals with rates of their own, time with gaps, and annotations. A bad file gives a
 * {@code RecordingException} with a sentence, and no other exception.
 */
package io.milliwatt.datasets.edf;
