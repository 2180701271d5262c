package io.milliwatt.platform.alarms.store;

import io.milliwatt.platform.alarms.Standing;
import io.milliwatt.platform.alarms.store.AlarmBook.Sighting;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Conditions of which the database said a moment ago that nothing is the matter. One more observation that nothing is the
 * matter would change nothing but the time of the last one, so it is not taken to the database: most observations of a
 * large installation are of this kind. It is believed for a short while only, since another server may have taken over
 * the source meanwhile.
 */
final class QuietConditions {

    private static final Duration BELIEVED = Duration.ofSeconds(30);

    private final Clock clock;
    private final Map<ConditionKey, Instant> until = new ConcurrentHashMap<>();

    QuietConditions(Clock clock) {
        this.clock = clock;
    }

    /** The sightings without those that tell nothing new, in the same order. */
    List<Sighting> worthTelling(List<Sighting> seen) {
        Instant now = clock.instant();
        Set<ConditionKey> disturbed = new HashSet<>();
        for (Sighting sighting : seen) {
            if (sighting.rule().condition().isAbnormal(sighting.observation(), false)) {
                disturbed.add(sighting.key());
            }
        }
        return seen.stream()
                .filter(sighting -> disturbed.contains(sighting.key())
                        || until.getOrDefault(sighting.key(), Instant.MIN).isBefore(now))
                .toList();
    }

    /** What a transaction found and left; it may yet fail, so only what was quiet before it counts. */
    void note(Map<ConditionKey, Standing> before, Map<ConditionKey, Standing> after) {
        Instant believed = clock.instant().plus(BELIEVED);
        after.forEach((key, standing) -> {
            Standing found = before.get(key);
            if (found != null && isQuiet(found) && isQuiet(standing)) {
                until.put(key, believed);
            } else {
                until.remove(key);
            }
        });
    }

    void forget(String source) {
        until.keySet().removeIf(key -> key.source().equals(source));
    }

    private static boolean isQuiet(Standing standing) {
        return !standing.memory().present() && standing.memory().contraryBits() == 0;
    }
}
