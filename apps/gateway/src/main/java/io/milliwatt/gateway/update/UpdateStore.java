package io.milliwatt.gateway.update;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Where updates are kept. */
public interface UpdateStore {
    /** The next number that no update ever had, uint32 of at least 1. */
    long nextNumber();

    /** Adds an update; false when its node has another one under way. */
    boolean add(ModelUpdate update);

    /** Keeps phase, reason and progress of the update of the same number. */
    void keep(ModelUpdate update);

    /** All that have not ended. */
    List<ModelUpdate> underWay();

    /** Newest first, at most {@code limit}; of one node, or of all. */
    List<ModelUpdate> newest(OptionalLong node, int limit);

    Optional<ModelUpdate> find(long number);
}
