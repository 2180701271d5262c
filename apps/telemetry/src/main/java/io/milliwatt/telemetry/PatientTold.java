package io.milliwatt.telemetry;

/**
 * What a node that watches a heart is told of its patient, and confirms.
 *
 * @param stay the app's number of the patient's admission, 1…4,294,967,295; no two stays share one
 * @param hasPacemaker its spikes are to be taken out, and the beats after them marked
 */
public record PatientTold(long stay, boolean hasPacemaker) {
    public PatientTold {
        UnsignedRange.uint32(stay, "stay");
        if (stay == 0) {
            throw new IllegalArgumentException("stay is 0; it must be at least 1");
        }
    }
}
