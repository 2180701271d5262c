package io.milliwatt.gateway.node;

import io.milliwatt.telemetry.authentication.NodeKey;

/** What a node needs to speak; told once, at enrolment, and never shown in text. */
public record Credentials(long node, String password, NodeKey key) {
    @Override
    public String toString() {
        return "Credentials[node=" + node + ", hidden]";
    }
}
