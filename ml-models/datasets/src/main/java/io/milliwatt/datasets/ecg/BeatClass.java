package io.milliwatt.datasets.ecg;

/** The five classes of beats of ANSI/AAMI EC57; the numbers are those of the telemetry frames. */
public enum BeatClass {
    /** Any beat that is none of the others, bundle branch block included. */
    N(1),
    /** Supraventricular ectopic. */
    S(2),
    /** Ventricular ectopic. */
    V(3),
    /** Fusion of a ventricular and a normal beat. */
    F(4),
    /** Paced, fusion of paced and normal, or not to be classified. */
    Q(5);

    private final int number;

    BeatClass(int number) {
        this.number = number;
    }

    /** 1 to 5. */
    public int number() {
        return number;
    }
}
