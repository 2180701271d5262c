package io.milliwatt.runtime.heart;

/**
 * What a beat was judged to be.
 *
 * @param beatClass of AAMI EC57: {@link #NORMAL}, {@link #SUPRAVENTRICULAR}, {@link #VENTRICULAR}, 4 fusion, {@link #UNKNOWN}
 * @param confidence 128 … 255: how far from the nearest other class; 0 where nothing is told
 * @param abstained whether noise let nothing be told; the class is then {@link #UNKNOWN}
 */
public record BeatJudgement(int beatClass, int confidence, boolean abstained) {

    public static final int NORMAL = 1;
    public static final int SUPRAVENTRICULAR = 2;
    public static final int VENTRICULAR = 3;
    public static final int UNKNOWN = 5;
}
