package io.milliwatt.nodes.soil;

/** What can go wrong in a zone. */
public enum SoilFault {
    /** The uppermost probe says always the same. */
    STUCK_PROBE,
    /** The uppermost probe says nothing. */
    DEAD_PROBE,
    /** The uppermost probe jumps now and then. */
    SPIKES,
    /** Water flows though the valve is closed. */
    LEAK,
    /** A pipe has broken: very much of it. */
    BURST,
    /** The valve opens and nothing flows. */
    BLOCKED,
    /** Nothing that the node says arrives, and nothing that is said to it. */
    RADIO_SILENCE
}
