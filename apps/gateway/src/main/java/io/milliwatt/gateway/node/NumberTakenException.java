package io.milliwatt.gateway.node;

/** A number was wished that a node has already. */
public final class NumberTakenException extends RuntimeException {
    private static final long serialVersionUID = 1;

    public NumberTakenException(long number) {
        super("Node number " + number + " is taken; numbers are never given twice. "
                + "Choose another one, or leave it out to get the next free one.");
    }
}
