package io.milliwatt.gateway.adapter.rest;

/** A route names a node that was never enrolled. */
final class NoSuchNodeException extends RuntimeException {
    private static final long serialVersionUID = 1;

    NoSuchNodeException(long number) {
        super("There is no node " + number + "; GET /api/nodes lists all of them.");
    }
}
