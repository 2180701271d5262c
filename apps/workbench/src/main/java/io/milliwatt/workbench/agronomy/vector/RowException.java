package io.milliwatt.workbench.agronomy.vector;

/** A row cannot be computed or compared; the message is a sentence about that row. */
public final class RowException extends RuntimeException {
    private static final long serialVersionUID = 1;

    public RowException(String sentence) {
        super(sentence);
    }

    public RowException(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
