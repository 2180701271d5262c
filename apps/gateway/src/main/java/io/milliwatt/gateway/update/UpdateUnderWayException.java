package io.milliwatt.gateway.update;

/** A node was to get an update while another one is under way. */
public final class UpdateUnderWayException extends RuntimeException {
    private static final long serialVersionUID = 1;

    public UpdateUnderWayException(long node) {
        super("Node " + node + " has an update under way; wait for its end, or cancel it first: "
                + "GET /api/updates?node=" + node + " shows it.");
    }
}
