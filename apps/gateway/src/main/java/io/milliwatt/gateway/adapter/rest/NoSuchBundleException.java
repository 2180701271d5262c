package io.milliwatt.gateway.adapter.rest;

import io.milliwatt.telemetry.Octets;

/** A request names a bundle that nobody has handed in. */
final class NoSuchBundleException extends RuntimeException {
    private static final long serialVersionUID = 1;

    NoSuchBundleException(Octets digest) {
        super("There is no bundle " + digest + "; GET /api/bundles lists all of them, POST /api/bundles adds one.");
    }
}
