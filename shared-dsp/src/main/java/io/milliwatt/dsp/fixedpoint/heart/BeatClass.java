package io.milliwatt.dsp.fixedpoint.heart;

import java.util.Optional;

/** Classes of heart beats after ANSI/AAMI EC57, numbered as on the wire. */
public enum BeatClass {
    /** Sinus beats, bundle branch blocks and escape beats. */
    NORMAL(1, 'N'),
    SUPRAVENTRICULAR(2, 'S'),
    VENTRICULAR(3, 'V'),
    /** Of a ventricular and a normal beat. */
    FUSION(4, 'F'),
    /** Paced, or not to be classified. */
    UNCLASSIFIABLE(5, 'Q');

    private final int number;
    private final char letter;

    BeatClass(int number, char letter) {
        this.number = number;
        this.letter = letter;
    }

    /** On the wire, 1 … 5. */
    public int number() {
        return number;
    }

    /** As EC57 writes it. */
    public char letter() {
        return letter;
    }

    /** Empty for a number that no class has. */
    public static Optional<BeatClass> of(int number) {
        return number >= 1 && number <= values().length ? Optional.of(values()[number - 1]) : Optional.empty();
    }
}
