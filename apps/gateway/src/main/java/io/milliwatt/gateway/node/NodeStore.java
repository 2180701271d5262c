package io.milliwatt.gateway.node;

import java.util.List;

/** Where enrolled nodes are kept. */
public interface NodeStore {
    List<EnrolledNode> all();

    /** The next number that no node ever had. */
    long nextNumber();

    /** Adds a node; false when its number is taken. */
    boolean add(EnrolledNode node);

    /** Replaces the node of the same number: secrets and revocation. */
    void update(EnrolledNode node);
}
