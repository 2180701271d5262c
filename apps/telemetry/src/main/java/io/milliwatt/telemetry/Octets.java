package io.milliwatt.telemetry;

import java.util.Arrays;
import java.util.HexFormat;

/** An immutable byte string, equal to another one with the same bytes. */
public final class Octets {
    private final byte[] bytes;

    private Octets(byte[] bytes) {
        this.bytes = bytes;
    }

    /** Copies the bytes. */
    public static Octets of(byte... bytes) {
        return new Octets(bytes.clone());
    }

    /** Copies {@code bytes[from, to)}. */
    public static Octets ofRange(byte[] bytes, int from, int to) {
        return new Octets(Arrays.copyOfRange(bytes, from, to));
    }

    public int size() {
        return bytes.length;
    }

    /** The byte at {@code index}, −128…127. */
    public byte at(int index) {
        return bytes[index];
    }

    /** A copy. */
    public byte[] toByteArray() {
        return bytes.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Octets octets && Arrays.equals(bytes, octets.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    /** Hexadecimal, lower case. */
    @Override
    public String toString() {
        return HexFormat.of().formatHex(bytes);
    }
}
