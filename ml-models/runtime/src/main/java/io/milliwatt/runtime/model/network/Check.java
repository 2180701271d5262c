package io.milliwatt.runtime.model.network;

/** Refuses with a sentence. */
final class Check {

    private Check() {}

    static void require(boolean holds, String sentence) {
        if (!holds) {
            throw new IllegalArgumentException(sentence);
        }
    }

    static void range(long value, long lowest, long highest, String name) {
        if (value < lowest || value > highest) {
            throw new IllegalArgumentException(
                    "The " + name + " must be " + lowest + " to " + highest + ", not " + value + ".");
        }
    }
}
