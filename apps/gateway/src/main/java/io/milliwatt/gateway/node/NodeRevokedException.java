package io.milliwatt.gateway.node;

/** Something was wished for a node whose credentials were withdrawn. */
public final class NodeRevokedException extends RuntimeException {
    private static final long serialVersionUID = 1;

    public NodeRevokedException(long number) {
        super("Node " + number + " is revoked for good; enrol the device again to give it a new number.");
    }
}
