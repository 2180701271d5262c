package io.milliwatt.irrigation.safety;

import java.time.Instant;

/** On what a valve is to be opened. */
public sealed interface Grounds {

    /**
     * By a recommendation that nobody had to accept.
     *
     * @param dataAt time of the newest reading or weather that it stands on
     * @param flagged whether a reading behind it is doubtful by now
     */
    record Automatic(Instant dataAt, boolean flagged) implements Grounds {}

    /**
     * By a recommendation that a person accepted or changed, knowing its doubts.
     *
     * @param flaggedSince whether a reading behind it was found doubtful after the acceptance
     */
    record Accepted(String by, Instant dataAt, boolean flaggedSince) implements Grounds {}

    /** By a person, whatever the soil says; it ends by itself all the same. */
    record ByHand(String by) implements Grounds {}
}
