package io.milliwatt.nodes.fleet;

/** A fleet, its credentials or its recordings cannot be used; the message says why and what to do. */
public final class FleetException extends RuntimeException {
    private static final long serialVersionUID = 1;

    public FleetException(String sentence, Throwable cause) {
        super(sentence, cause);
    }

    public FleetException(String sentence) {
        super(sentence);
    }
}
