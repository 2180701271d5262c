package io.milliwatt.ecg.patient;

/**
 * A place to lie.
 *
 * @param name within the ward, such as {@code 3-12}
 */
public record Bed(String name, String ward) {

    private static final int LONGEST = 40;

    public Bed {
        requireName(name, "bed");
        requireName(ward, "ward");
    }

    private static void requireName(String text, String what) {
        if (text.isBlank() || text.length() > LONGEST) {
            throw new IllegalArgumentException(
                    "The " + what + " is '" + text + "'; give it a name of 1 to " + LONGEST + " characters.");
        }
    }
}
