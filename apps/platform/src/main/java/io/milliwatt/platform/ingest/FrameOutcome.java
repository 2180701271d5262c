package io.milliwatt.platform.ingest;

/** What became of one frame, once that is committed. */
public sealed interface FrameOutcome {

    /** It was new. */
    record Stored() implements FrameOutcome {}

    /** It had been stored before; nothing changed. */
    record Repeated() implements FrameOutcome {}

    /**
     * It became a dead letter.
     *
     * @param reason a sentence
     */
    record Refused(String reason) implements FrameOutcome {}
}
