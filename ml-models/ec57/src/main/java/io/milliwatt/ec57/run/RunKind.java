package io.milliwatt.ec57.run;

/** What the beats of a run are; with the rhythm that counts as one long run of them. */
public enum RunKind {
    /** V and F beats; ventricular flutter or fibrillation. */
    VENTRICULAR,
    /** S beats; atrial fibrillation or flutter, in which N beats are S. */
    SUPRAVENTRICULAR
}
