package io.milliwatt.ecg.label;

import java.time.Instant;
import java.util.Optional;

/**
 * One word of one person on a beat or an episode.
 *
 * @param version 1, 2, 3 … of the same target; the newest counts
 * @param before the class until then: a beat's letter, an episode's label
 * @param after the class from then on; {@code none} where the person saw nothing of the kind
 */
public record Label(
        long id,
        int version,
        Target target,
        Samples samples,
        String before,
        String after,
        Optional<Verdict> verdict,
        Optional<String> comment,
        String by,
        Instant at) {

    /** Nothing was there. */
    public static final String NONE = "none";

    /** Whether an episode was what the server said. */
    public enum Verdict {
        CONFIRMED,
        REJECTED
    }

    /**
     * What the person spoke of.
     *
     * @param key the same for all versions of it
     * @param episode empty for a beat
     */
    public record Target(Kind kind, String key, String patient, long node, int channel, Optional<Long> episode) {

        /** A beat at this time. */
        public static Target beat(String patient, long node, int channel, Instant at) {
            return new Target(
                    Kind.BEAT,
                    "beat-" + node + "-" + channel + "-" + at.toEpochMilli(),
                    patient,
                    node,
                    channel,
                    Optional.empty());
        }

        /** A whole episode. */
        public static Target episode(String patient, long node, long episode) {
            return new Target(Kind.EPISODE, "episode-" + episode, patient, node, 0, Optional.of(episode));
        }
    }

    /** What kind of thing it was. */
    public enum Kind {
        BEAT,
        EPISODE
    }

    /**
     * The samples that the person saw.
     *
     * @param stored which samples of the node's stream they are, with their SHA-256; empty where none are stored
     */
    public record Samples(Instant from, Instant to, Optional<Stored> stored) {}

    /**
     * Samples by their numbers since the node's boot; both ends are included.
     *
     * @param sha256 of the counts as 16-bit little-endian numbers, in hexadecimal digits
     */
    public record Stored(long boot, long firstSample, long lastSample, String sha256) {}
}
