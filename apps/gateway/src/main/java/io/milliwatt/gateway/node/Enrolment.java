package io.milliwatt.gateway.node;

import io.milliwatt.telemetry.Domain;
import io.milliwatt.telemetry.authentication.NodeKey;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Base64;
import java.util.Optional;
import java.util.OptionalLong;

/** Gives nodes their credentials and takes them away; the store first, then the directory. */
public final class Enrolment {
    private static final int PASSWORD_BYTES = 24;

    private final NodeStore store;
    private final NodeDirectory directory;
    private final SecureRandom random;
    private final Clock clock;

    public Enrolment(NodeStore store, NodeDirectory directory, SecureRandom random, Clock clock) {
        this.store = store;
        this.directory = directory;
        this.random = random;
        this.clock = clock;
    }

    /**
     * Enrols a node.
     *
     * @param wishedNumber the number that the node shall have; without one the next free number is taken
     * @throws NumberTakenException when another node has, or ever had, the wished number
     */
    public Credentials enrol(String name, Domain domain, OptionalLong wishedNumber) {
        String password = randomPassword();
        PasswordHash hash = PasswordHash.of(password, random);
        NodeKey key = NodeKey.random(random);
        while (true) {
            long number = wishedNumber.orElseGet(store::nextNumber);
            EnrolledNode node = new EnrolledNode(number, 0, name, domain, hash, key, clock.instant(), Optional.empty());
            if (store.add(node)) {
                directory.put(node);
                return new Credentials(number, password, key);
            }
            if (wishedNumber.isPresent()) {
                throw new NumberTakenException(number);
            }
        }
    }

    /** Withdraws a node's credentials for good; its connection is cut at once. Empty when there is no such node. */
    public Optional<EnrolledNode> revoke(long number) {
        return directory.find(number).map(node -> {
            if (node.isRevoked()) {
                return node;
            }
            EnrolledNode revoked = node.revoked(clock.instant());
            store.update(revoked);
            directory.put(revoked);
            return revoked;
        });
    }

    /**
     * Gives a node a new password and key. Empty when there is no such node.
     *
     * @throws NodeRevokedException when its credentials were withdrawn for good
     */
    public Optional<Credentials> rekey(long number) {
        return directory.find(number).map(node -> {
            if (node.isRevoked()) {
                throw new NodeRevokedException(number);
            }
            String password = randomPassword();
            NodeKey key = NodeKey.random(random);
            EnrolledNode rekeyed = node.withSecrets(PasswordHash.of(password, random), key);
            store.update(rekeyed);
            directory.put(rekeyed);
            return new Credentials(number, password, key);
        });
    }

    private String randomPassword() {
        byte[] bytes = new byte[PASSWORD_BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
