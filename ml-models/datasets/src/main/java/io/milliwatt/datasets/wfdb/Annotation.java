package io.milliwatt.datasets.wfdb;

import java.util.Objects;

/**
 * One annotation of a record.
 *
 * @param sample where it stands, counted from the record's first sample (0) in samples per signal; negative before it
 * @param subtype −512 to 511, what it means depends on the code; −1 on a change of signal quality says "unreadable"
 * @param channel 0 to 1023, the signal it belongs to
 * @param number −512 to 511, for the annotator's own use
 * @param auxiliary at most 255 characters of ISO 8859-1, without the NUL characters some writers end it with; a rhythm change holds
 *     the rhythm here, such as "(AFIB"
 */
public record Annotation(long sample, AnnotationCode code, int subtype, int channel, int number, String auxiliary) {
    static final int MAX_AUXILIARY_LENGTH = 255;

    public Annotation {
        Objects.requireNonNull(code, "annotation code is null");
        if (subtype < -512 || subtype > 511 || number < -512 || number > 511) {
            throw new IllegalArgumentException(
                    "an annotation's subtype and number must be -512 to 511, not " + subtype + " and " + number);
        }
        if (channel < 0 || channel > 1023) {
            throw new IllegalArgumentException("an annotation's channel must be 0 to 1023, not " + channel);
        }
        if (auxiliary.length() > MAX_AUXILIARY_LENGTH) {
            throw new IllegalArgumentException(
                    "an annotation's text has " + auxiliary.length() + " characters; 255 is the most");
        }
        if (auxiliary.chars().anyMatch(character -> character > 0xFF) || auxiliary.endsWith("\0")) {
            throw new IllegalArgumentException(
                    "an annotation's text must be of ISO 8859-1 and not end with NUL: \"" + auxiliary + "\"");
        }
    }

    /** An annotation that says no more than its code. */
    public static Annotation of(long sample, AnnotationCode code) {
        return new Annotation(sample, code, 0, 0, 0, "");
    }

    /** The begin of a rhythm, named as in WFDB: "(N", "(AFIB", "(VT". */
    public static Annotation rhythm(long sample, String rhythm) {
        return new Annotation(sample, AnnotationCode.RHYTHM_CHANGE, 0, 0, 0, rhythm);
    }
}
