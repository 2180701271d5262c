package io.milliwatt.telemetry;

import java.util.Optional;
import java.util.OptionalLong;

/**
 * How a node is.
 *
 * @param uptimeSeconds since its last start
 * @param batteryMillivolts absent on nodes without a battery
 * @param temperatureCentidegrees of the node's own sensor, 0.01 °C
 * @param heldFrames waiting in the store-and-forward ring
 * @param droppedFrames lost from the ring since boot because it was full
 * @param bundleDigest first 8 bytes of the model bundle's SHA-256
 * @param flags bit set of {@code LOCAL_ALARM}, {@code CLOCK_NOT_SET}, {@code BASELINE_LEARNING}
 * @param ledger what it has done since its boot
 * @param patient what a node that watches a heart was told last of its patient; absent before anything was told
 */
public record Status(
        Domain domain,
        long uptimeSeconds,
        OptionalLong batteryMillivolts,
        OptionalLong temperatureCentidegrees,
        OptionalLong heldFrames,
        OptionalLong droppedFrames,
        OptionalLong modelId,
        OptionalLong modelVersion,
        Optional<Octets> bundleDigest,
        OptionalLong flags,
        Optional<Ledger> ledger,
        Optional<PatientTold> patient)
        implements FrameBody {
    public static final long KIND = 1;
    public static final int BUNDLE_DIGEST_BYTES = 8;
    public static final long LOCAL_ALARM = 1;
    public static final long CLOCK_NOT_SET = 2;
    public static final long BASELINE_LEARNING = 4;

    public Status {
        UnsignedRange.uint32(uptimeSeconds, "uptime");
        bundleDigest.ifPresent(digest -> {
            if (digest.size() != BUNDLE_DIGEST_BYTES) {
                throw new IllegalArgumentException("bundle digest has " + digest.size() + " bytes; it must have 8");
            }
        });
    }

    /** A status that tells nothing but the domain and the uptime. */
    public static Status of(Domain domain, long uptimeSeconds) {
        OptionalLong none = OptionalLong.empty();
        return new Status(
                domain,
                uptimeSeconds,
                none,
                none,
                none,
                none,
                none,
                none,
                Optional.empty(),
                none,
                Optional.empty(),
                Optional.empty());
    }

    /** The same status of a node that confirms its patient. */
    public Status withPatient(PatientTold told) {
        return new Status(
                domain,
                uptimeSeconds,
                batteryMillivolts,
                temperatureCentidegrees,
                heldFrames,
                droppedFrames,
                modelId,
                modelVersion,
                bundleDigest,
                flags,
                ledger,
                Optional.of(told));
    }

    /** Whether a flag bit is set; false where the node sent no flags. */
    public boolean has(long flag) {
        return (flags.orElse(0) & flag) != 0;
    }

    @Override
    public long kind() {
        return KIND;
    }
}
