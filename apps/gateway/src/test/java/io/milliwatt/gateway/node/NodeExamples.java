package io.milliwatt.gateway.node;

import io.milliwatt.telemetry.Domain;
import io.milliwatt.telemetry.authentication.NodeKey;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;

/** Enrolled nodes for tests; each has the key that {@link #key} gives for its number. */
public final class NodeExamples {
    private static final PasswordHash PASSWORD = PasswordHash.of("secret", new SecureRandom());

    private NodeExamples() {}

    public static EnrolledNode node(long number) {
        return new EnrolledNode(
                number, 0, "node " + number, Domain.VIBRATION, PASSWORD, key(number), Instant.EPOCH, Optional.empty());
    }

    public static NodeKey key(long number) {
        byte[] bytes = new byte[NodeKey.BYTES];
        Arrays.fill(bytes, (byte) number);
        return NodeKey.of(bytes);
    }
}
