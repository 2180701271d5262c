package io.milliwatt.datasets.wfdb;

/** The words of 16 bits, low byte first, that annotation files are made of (annot(5)): a code in six bits and a value in ten. */
final class AnnotationWords {
    static final int MAX_VALUE = 0x3FF;

    /** The next four bytes are an interval. */
    static final int SKIP = 59;

    static final int NUMBER = 60;
    static final int SUBTYPE = 61;
    static final int CHANNEL = 62;

    /** As many bytes of text follow as the value says. */
    static final int AUXILIARY = 63;

    /** A note of this text at the first sample states what sample numbers count. */
    static final String TIME_RESOLUTION = "## time resolution: ";

    /** A note of this text begins a list of a file's own codes, one a note. */
    static final String DEFINITIONS_BEGIN = "## annotation type definitions";

    static final String DEFINITIONS_END = "## end of definitions";

    private AnnotationWords() {}

    /** Ten bits as a number with a sign. */
    static int signed(int value) {
        return value << 22 >> 22;
    }
}
