package io.milliwatt.workbench.demo;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.milliwatt.workbench.SuiteException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The credentials of the enrolled nodes, kept in a file that only its owner may read; the virtual nodes use them. */
public final class NodeCredentials {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path path;
    private final Map<Integer, Account> accounts = new TreeMap<>();

    private NodeCredentials(Path path) {
        this.path = path;
    }

    /**
     * Of one node.
     *
     * @param password for MQTT
     * @param key 32 bytes in Base64
     */
    public record Account(int nodeId, String password, String key) {
        @Override
        public String toString() {
            return "Account[" + nodeId + "]";
        }
    }

    private record Content(Collection<Account> nodes) {}

    static NodeCredentials in(DataDirectory data) {
        NodeCredentials credentials = new NodeCredentials(data.secrets().resolve("nodes.json"));
        if (Files.exists(credentials.path)) {
            credentials.load();
        }
        return credentials;
    }

    private void load() {
        try {
            for (Account account : JSON.readValue(path.toFile(), Content.class).nodes()) {
                accounts.put(account.nodeId(), account);
            }
        } catch (IOException failure) {
            throw new SuiteException(
                    "The nodes' credentials in " + path + " cannot be read (" + failure.getMessage()
                            + "): remove the file and the nodes get new ones.",
                    failure);
        }
    }

    public Path path() {
        return path;
    }

    boolean has(int nodeId) {
        return accounts.containsKey(nodeId);
    }

    public List<Account> all() {
        return List.copyOf(accounts.values());
    }

    /** Keeps a new account at once: the gateway tells it only this one time. */
    void keep(Account account) {
        accounts.put(account.nodeId(), account);
        try {
            PrivateFile.write(path, JSON.writeValueAsBytes(new Content(accounts.values())));
        } catch (IOException failure) {
            throw new SuiteException(
                    "The nodes' credentials cannot be written to " + path + ": " + failure.getMessage(), failure);
        }
    }
}
