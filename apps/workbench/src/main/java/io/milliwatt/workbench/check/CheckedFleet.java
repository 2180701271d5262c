package io.milliwatt.workbench.check;

/** What the check must know of the suite that it looks at. */
public interface CheckedFleet {
    /** Id of the machine on a node; the empty text for a node that carries none. */
    String machineOf(long node);

    /** Id of the machine whose alarm is expected. */
    String watchedMachine();

    /** Whether any frame of any node has reached the gateway. */
    boolean gatewayHasHeardANode();
}
