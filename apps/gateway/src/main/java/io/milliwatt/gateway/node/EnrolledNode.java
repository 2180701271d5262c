package io.milliwatt.gateway.node;

import io.milliwatt.telemetry.Domain;
import io.milliwatt.telemetry.authentication.NodeKey;
import java.time.Instant;
import java.util.Optional;

/**
 * A node that was given credentials.
 *
 * @param number uint32, never given twice
 * @param generation grows by one with each change, so that an older state never replaces a newer one
 * @param name for people, such as where the node is mounted
 * @param revokedAt when its credentials were withdrawn; absent while it may speak
 */
public record EnrolledNode(
        long number,
        int generation,
        String name,
        Domain domain,
        PasswordHash password,
        NodeKey key,
        Instant enrolledAt,
        Optional<Instant> revokedAt) {
    public static final long MAX_NUMBER = 0xFFFF_FFFFL;
    public static final int MAX_NAME_LENGTH = 120;

    public EnrolledNode {
        if (number < 1 || number > MAX_NUMBER) {
            throw new IllegalArgumentException("node number is " + number + "; it must lie in 1…" + MAX_NUMBER);
        }
        if (name.isBlank() || name.length() > MAX_NAME_LENGTH) {
            throw new IllegalArgumentException("a node's name must have 1…" + MAX_NAME_LENGTH + " characters");
        }
    }

    public boolean isRevoked() {
        return revokedAt.isPresent();
    }

    public EnrolledNode revoked(Instant at) {
        return new EnrolledNode(number, generation + 1, name, domain, password, key, enrolledAt, Optional.of(at));
    }

    public EnrolledNode withSecrets(PasswordHash newPassword, NodeKey newKey) {
        return new EnrolledNode(number, generation + 1, name, domain, newPassword, newKey, enrolledAt, revokedAt);
    }
}
