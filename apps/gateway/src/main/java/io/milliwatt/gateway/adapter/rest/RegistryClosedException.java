package io.milliwatt.gateway.adapter.rest;

/** A route was asked before the registry was read for the first time. */
final class RegistryClosedException extends RuntimeException {
    private static final long serialVersionUID = 1;

    RegistryClosedException() {
        super("The registry has not been read yet; see /q/health and try again.");
    }
}
