package io.milliwatt.nodes.heart;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/** The waves of a beat by where it begins and how it spreads. Heights, widths and times are those of textbook beats in lead II and V1. */
public enum BeatShape {
    /** From the sinus node. */
    @JsonProperty("sinus")
    SINUS(
            BeatKind.NORMAL,
            Wave.of(0.13, 0.06, -165, 22),
            Wave.of(-0.10, 0.15, -26, 8),
            Wave.of(1.15, 0.25, 0, 11),
            Wave.of(-0.22, -0.75, 27, 11),
            Wave.repolarization(0.28, 0.16, 285, 48)),
    /** From elsewhere in the atria: another P wave, the same QRS. */
    @JsonProperty("atrial")
    ATRIAL(
            BeatKind.SUPRAVENTRICULAR,
            Wave.of(-0.07, 0.09, -125, 18),
            Wave.of(-0.10, 0.15, -26, 8),
            Wave.of(1.12, 0.25, 0, 11),
            Wave.of(-0.22, -0.75, 27, 11),
            Wave.repolarization(0.26, 0.16, 280, 48)),
    /** Conducted from fibrillating atria: no P wave. */
    @JsonProperty("conducted")
    CONDUCTED(
            BeatKind.NORMAL,
            Wave.of(-0.10, 0.15, -26, 8),
            Wave.of(1.10, 0.25, 0, 11),
            Wave.of(-0.22, -0.75, 27, 11),
            Wave.repolarization(0.20, 0.12, 285, 48)),
    /** From a ventricle: wide, tall, no P wave, and a T wave against it. */
    @JsonProperty("ventricular")
    VENTRICULAR(
            BeatKind.VENTRICULAR,
            Wave.of(-0.25, 0.30, -62, 24),
            Wave.of(1.65, -1.10, 0, 34),
            Wave.of(-0.55, 0.50, 78, 30),
            Wave.repolarization(-0.48, 0.40, 320, 66)),
    /** Sinus beat that reaches the right ventricle late (right bundle branch block). */
    @JsonProperty("bundle-branch-block")
    BUNDLE_BRANCH_BLOCK(
            BeatKind.NORMAL,
            Wave.of(0.13, 0.06, -170, 22),
            Wave.of(-0.08, 0.25, -26, 9),
            Wave.of(1.00, -0.50, 0, 12),
            Wave.of(-0.45, 0.90, 52, 22),
            Wave.repolarization(0.25, -0.18, 310, 50)),
    /** Set off by a pacemaker in the right ventricle; {@link HeartSignal} adds its spike. */
    @JsonProperty("paced")
    PACED(
            BeatKind.PACED,
            Wave.of(-1.05, -0.95, 0, 32),
            Wave.of(0.25, 0.20, 66, 26),
            Wave.repolarization(0.42, 0.38, 315, 60));

    /** From the spike to the peak of the paced beat. */
    static final double SPIKE_BEFORE_PEAK_MILLIS = 70;

    /** A wave is nil this many widths from its centre, and no T wave is later than this. */
    static final double LONGEST_MILLIS = 700;

    private final BeatKind kind;
    private final List<Wave> waves;

    BeatShape(BeatKind kind, Wave... waves) {
        this.kind = kind;
        this.waves = List.of(waves);
    }

    public BeatKind kind() {
        return kind;
    }

    List<Wave> waves() {
        return waves;
    }
}
