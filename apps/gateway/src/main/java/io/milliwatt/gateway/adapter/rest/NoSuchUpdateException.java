package io.milliwatt.gateway.adapter.rest;

/** A route names an update that was never started. */
final class NoSuchUpdateException extends RuntimeException {
    private static final long serialVersionUID = 1;

    NoSuchUpdateException(long number) {
        super("There is no update " + number + "; GET /api/updates lists the newest ones.");
    }
}
