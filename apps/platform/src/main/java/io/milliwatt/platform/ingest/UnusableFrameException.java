package io.milliwatt.platform.ingest;

/** A frame that can be read but never be stored, with the reason as a sentence. */
public final class UnusableFrameException extends RuntimeException {
    private static final long serialVersionUID = 1;

    public UnusableFrameException(String sentence) {
        super(sentence);
    }
}
