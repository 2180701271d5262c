package io.milliwatt.gateway.update;

import io.milliwatt.telemetry.Octets;
import java.util.List;
import java.util.Optional;

/** Where bundles are kept. */
public interface BundleStore {
    /** Adds a bundle; false when the same one is there already. */
    boolean add(StoredBundle bundle, byte[] file);

    /** Newest first. */
    List<StoredBundle> all();

    Optional<StoredBundle> find(Octets digest);

    Optional<byte[]> file(Octets digest);
}
