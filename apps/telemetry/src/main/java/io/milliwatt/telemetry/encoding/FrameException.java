package io.milliwatt.telemetry.encoding;

import java.util.Locale;

/** Bytes that are no frame of this contract, with what is wrong in one sentence. */
public final class FrameException extends Exception {
    private static final long serialVersionUID = 1;

    /** The kinds of wrong, in the order in which they are looked for. */
    public enum Fault {
        TOO_LARGE,
        NOT_WELL_FORMED,
        NOT_DETERMINISTIC,
        /** Of a major version that this side does not speak. */
        VERSION,
        /** The frame is whole, but its body is not what its kind says. */
        BODY;

        /** As written in headers and metrics: lower case with hyphens. */
        public String label() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    private final Fault fault;

    public FrameException(Fault fault, String sentence) {
        super(sentence);
        this.fault = fault;
    }

    public Fault fault() {
        return fault;
    }
}
