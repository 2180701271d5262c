package io.milliwatt.nodes.heart;

/** Where a beat begins, as an annotator would write it down. */
public enum BeatKind {
    NORMAL,
    SUPRAVENTRICULAR,
    VENTRICULAR,
    PACED
}
