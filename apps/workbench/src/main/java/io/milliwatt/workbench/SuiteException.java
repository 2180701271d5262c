package io.milliwatt.workbench;

/** Something a person can act on went wrong; the message is a full sentence that says what to do. */
public final class SuiteException extends RuntimeException {
    private static final long serialVersionUID = 1;

    public SuiteException(String sentence) {
        super(sentence);
    }

    public SuiteException(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
