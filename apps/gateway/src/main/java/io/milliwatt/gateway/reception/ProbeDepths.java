package io.milliwatt.gateway.reception;

import io.milliwatt.telemetry.Frame;
import io.milliwatt.telemetry.FrameIdentity;
import io.milliwatt.telemetry.SoilReading;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Where the probes of each soil node lie, by its newest full reading: what the compact form of frame.md leaves out. In memory, and written back now
 * and then. Safe for use by several threads.
 */
public final class ProbeDepths {
    /**
     * What one full reading told.
     *
     * @param told the reading; an older one that comes late changes nothing
     * @param millimetres from the surface downwards
     */
    public record Depths(FrameIdentity told, List<Long> millimetres) {
        private static final Comparator<FrameIdentity> AGE =
                Comparator.comparingLong(FrameIdentity::boot).thenComparingLong(FrameIdentity::sequence);

        public Depths {
            millimetres = List.copyOf(millimetres);
        }

        private Depths orNewer(Depths other) {
            return AGE.compare(other.told, told) >= 0 ? other : this;
        }
    }

    /** Where they survive a restart. It may lag behind: a node whose depths are not known is asked to wait for its next full reading. */
    public interface Store {
        List<Depths> all();

        /** For each node named: its probes lie there now. */
        void replace(List<Depths> depths);
    }

    private final Map<Long, Depths> known = new ConcurrentHashMap<>();
    private final Map<Long, Boolean> changed = new ConcurrentHashMap<>();

    /** Takes over what an earlier life stored. */
    public void load(Store store) {
        store.all().forEach(depths -> known.merge(depths.told().node(), depths, Depths::orNewer));
    }

    /** Stores what changed since the last call that succeeded. */
    public void writeBack(Store store) {
        List<Long> nodes = List.copyOf(changed.keySet());
        nodes.forEach(changed::remove);
        try {
            if (!nodes.isEmpty()) {
                store.replace(nodes.stream().sorted().map(known::get).toList());
            }
        } catch (RuntimeException failure) {
            nodes.forEach(node -> changed.put(node, true));
            throw failure;
        }
    }

    /** Remembers what a genuine full reading names; only another place of the probes is worth writing back. */
    void heard(Frame frame) {
        if (frame.body() instanceof SoilReading reading) {
            Depths told = new Depths(
                    frame.identity(),
                    reading.depths().stream()
                            .map(SoilReading.AtDepth::depthMillimetres)
                            .toList());
            Optional<Depths> before = Optional.ofNullable(known.get(frame.node()));
            Depths now = known.merge(frame.node(), told, Depths::orNewer);
            if (before.filter(old -> old.millimetres().equals(now.millimetres()))
                    .isEmpty()) {
                changed.put(frame.node(), true);
            }
        }
    }

    /** Empty where no full reading of the node is known. */
    List<Long> of(long node) {
        return Optional.ofNullable(known.get(node)).map(Depths::millimetres).orElse(List.of());
    }
}
