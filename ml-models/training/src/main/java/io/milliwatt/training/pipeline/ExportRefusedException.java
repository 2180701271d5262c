package io.milliwatt.training.pipeline;

/** A trained model is not good enough to be exported; the message says why and what to do. */
public class ExportRefusedException extends Exception {
    private static final long serialVersionUID = 1L;

    public ExportRefusedException(String message) {
        super(message);
    }
}
