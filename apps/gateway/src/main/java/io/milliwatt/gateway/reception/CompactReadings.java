package io.milliwatt.gateway.reception;

import io.milliwatt.gateway.node.EnrolledNode;
import io.milliwatt.telemetry.Frame;
import io.milliwatt.telemetry.FrameIdentity;
import io.milliwatt.telemetry.authentication.FrameAuthenticator;
import io.milliwatt.telemetry.encoding.CompactReading;
import io.milliwatt.telemetry.encoding.FrameCodec;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Soil readings in the compact form of frame.md, made into the full frames that they stand for: the counters that the gateway remembers, the
 * depths of the node's last full reading, and the gateway's time, signed with the node's key. Safe for use by several threads.
 */
public final class CompactReadings {
    private final SequenceMemory memory;
    private final ProbeDepths probeDepths;
    private final Clock clock;
    private final FrameCodec codec = new FrameCodec();

    public CompactReadings(SequenceMemory memory, ProbeDepths probeDepths, Clock clock) {
        this.memory = memory;
        this.probeDepths = probeDepths;
        this.clock = clock;
    }

    /** Remembers the depths that a genuine full reading names. */
    void heard(Frame frame) {
        probeDepths.heard(frame);
    }

    /** Empty for bytes that are none in this form. */
    Optional<Verdict> judge(EnrolledNode node, byte[] bytes) {
        return CompactReading.of(bytes).map(compact -> judge(node, compact));
    }

    private Verdict judge(EnrolledNode node, CompactReading compact) {
        FrameAuthenticator authenticator = new FrameAuthenticator(node.key());
        Optional<FrameIdentity> identity = candidates(node.number(), compact).stream()
                .filter(each -> compact.isOf(each, authenticator))
                .findFirst();
        if (identity.isEmpty()) {
            return new Verdict.Refused(new Refusal.WrongCompactMac(node.number()));
        }
        List<Long> depths = probeDepths.of(node.number());
        if (depths.isEmpty() || depths.size() > CompactReading.DEPTHS) {
            return new Verdict.Refused(new Refusal.DepthsUnknown(identity.get()));
        }
        Frame frame = Frame.of(identity.get(), clock.instant(), compact.at(depths));
        return new Verdict.Genuine(frame, node, codec.encode(frame, authenticator));
    }

    /** The newest boot first; of each the sequence nearest below the highest or at it, then the nearest above. */
    private List<FrameIdentity> candidates(long node, CompactReading compact) {
        List<FrameIdentity> candidates = new ArrayList<>();
        memory.of(node).states(node).stream()
                .filter(state -> state.boot() % CompactReading.BOOTS == compact.lowBoot())
                .sorted(Comparator.comparingLong(WindowState::boot).reversed())
                .forEach(state -> {
                    long above =
                            Math.floorMod(compact.lowSequence() - state.highest(), (long) CompactReading.SEQUENCES);
                    long next = state.highest() + above;
                    long before = above == 0 ? next : next - CompactReading.SEQUENCES;
                    add(candidates, node, state.boot(), before);
                    add(candidates, node, state.boot(), next);
                });
        return candidates;
    }

    private static void add(List<FrameIdentity> candidates, long node, long boot, long sequence) {
        if (sequence >= 0 && sequence <= 0xFFFF_FFFFL) {
            candidates.add(new FrameIdentity(node, boot, sequence));
        }
    }
}
