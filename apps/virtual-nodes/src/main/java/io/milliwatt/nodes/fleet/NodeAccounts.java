package io.milliwatt.nodes.fleet;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The credentials that the gateway gave each node at enrolment. */
public final class NodeAccounts {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Map<Integer, Account> accounts;

    private NodeAccounts(Map<Integer, Account> accounts) {
        this.accounts = accounts;
    }

    /**
     * Of one node.
     *
     * @param password for the MQTT connection
     * @param key 32 bytes in Base64, signs the node's frames
     */
    public record Account(int nodeId, String password, String key) {
        public byte[] keyBytes() {
            return Base64.getDecoder().decode(key);
        }

        @Override
        public String toString() {
            return "Account[" + nodeId + "]";
        }
    }

    private record File(List<Account> nodes) {}

    public static NodeAccounts read(Path file) {
        try {
            return new NodeAccounts(JSON.readValue(file.toFile(), File.class).nodes().stream()
                    .collect(Collectors.toMap(Account::nodeId, account -> account)));
        } catch (IOException failure) {
            throw new FleetException(
                    "The credentials in " + file + " cannot be read: " + failure.getMessage(), failure);
        }
    }

    public Collection<Account> all() {
        return accounts.values();
    }

    public Account of(int nodeId) {
        Account account = accounts.get(nodeId);
        if (account == null) {
            throw new FleetException("Node " + nodeId + " has no credentials: enrol it at the gateway first.");
        }
        return account;
    }
}
