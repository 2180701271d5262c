package io.milliwatt.telemetry;

import java.util.Arrays;
import java.util.Optional;

/**
 * The five classes of heart beats of ANSI/AAMI EC57, numbered as on the wire. Signal processing has an enum of its own, because neither it
 * nor frames may import the other; a test of the firmware's port holds the two together.
 */
public enum BeatClass {
    NORMAL(1, 'N'),
    SUPRAVENTRICULAR(2, 'S'),
    VENTRICULAR(3, 'V'),
    FUSION(4, 'F'),
    UNCLASSIFIABLE(5, 'Q');

    private final int number;
    private final char letter;

    BeatClass(int number, char letter) {
        this.number = number;
        this.letter = letter;
    }

    public int number() {
        return number;
    }

    /** N, S, V, F or Q. */
    public char letter() {
        return letter;
    }

    public static Optional<BeatClass> fromNumber(long number) {
        return Arrays.stream(values()).filter(each -> each.number == number).findFirst();
    }
}
