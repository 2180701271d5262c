package io.milliwatt.gateway.reception;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** When each node was last heard, and how many of its frames went which way since it was enrolled. */
public final class NodeActivity {
    /**
     * One node's counts.
     *
     * @param refused frames handed in over this node's connection that became dead letters
     */
    public record Tally(long node, Instant lastSeenAt, long forwarded, long repeated, long refused) {
        Tally plus(Instant seenAt, int moreForwarded, int moreRepeated, int moreRefused) {
            return new Tally(node, seenAt, forwarded + moreForwarded, repeated + moreRepeated, refused + moreRefused);
        }
    }

    private final Map<Long, Tally> tallies = new ConcurrentHashMap<>();
    private final Map<Long, Boolean> changed = new ConcurrentHashMap<>();

    public void forwarded(long node, Instant at) {
        add(node, at, 1, 0, 0);
    }

    public void repeated(long node, Instant at) {
        add(node, at, 0, 1, 0);
    }

    public void refused(long node, Instant at) {
        add(node, at, 0, 0, 1);
    }

    private void add(long node, Instant at, int forwarded, int repeated, int refused) {
        tallies.compute(
                node,
                (number, before) -> (before == null ? new Tally(node, at, 0, 0, 0) : before)
                        .plus(at, forwarded, repeated, refused));
        changed.put(node, true);
    }

    public Optional<Tally> of(long node) {
        return Optional.ofNullable(tallies.get(node));
    }

    public void restore(List<Tally> stored) {
        stored.forEach(tally -> tallies.putIfAbsent(tally.node(), tally));
    }

    /** The tallies that changed since the last call. */
    public List<Tally> takeChanges() {
        List<Long> nodes = List.copyOf(changed.keySet());
        nodes.forEach(changed::remove);
        return nodes.stream().map(tallies::get).toList();
    }
}
