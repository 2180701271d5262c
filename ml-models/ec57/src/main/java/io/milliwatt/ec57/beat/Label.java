package io.milliwatt.ec57.beat;

import io.milliwatt.datasets.ecg.BeatClass;

/** What a beat is called in the comparison: its class, or why there is none. */
public enum Label {
    N,
    S,
    V,
    F,
    Q,
    /** No beat here. */
    O,
    /** No beat here, and the signal is marked as unreadable. */
    X;

    static Label of(BeatClass beatClass) {
        return valueOf(beatClass.name());
    }

    boolean isBeat() {
        return ordinal() <= Q.ordinal();
    }
}
