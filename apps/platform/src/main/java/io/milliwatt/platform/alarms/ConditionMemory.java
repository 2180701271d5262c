package io.milliwatt.platform.alarms;

import java.time.Instant;
import java.util.Optional;

/**
 * What a condition remembers between two observations. It is stored with the data that it was made from, so that a killed
 * server goes on exactly where it was.
 *
 * @param present whether the condition counts as present, after n-of-m and delays
 * @param contraryBits the last observations, newest in bit 0; 1 where one speaks against {@code present}
 * @param contrarySince since when n of m speak against {@code present}, while a delay runs
 * @param latest time of the newest observation; older ones are ignored
 */
public record ConditionMemory(
        boolean present, long contraryBits, Optional<Instant> contrarySince, Optional<Instant> latest) {

    /** Nothing seen yet: not present. */
    public static final ConditionMemory BLANK = settled(false, Optional.empty());

    /** Just changed: the window is empty. */
    static ConditionMemory settled(boolean present, Optional<Instant> latest) {
        return new ConditionMemory(present, 0, Optional.empty(), latest);
    }

    /** This memory after one more observation. Returns itself for one that is not newer than the latest. */
    ConditionMemory after(Observation observation, Condition condition, Persistence persistence) {
        if (latest.isPresent() && !observation.at().isAfter(latest.get())) {
            return this;
        }
        boolean contrary = condition.isAbnormal(observation, present) != present;
        long mask = persistence.window() == Long.SIZE ? -1L : (1L << persistence.window()) - 1;
        long bits = ((contraryBits << 1) | (contrary ? 1 : 0)) & mask;
        Optional<Instant> now = Optional.of(observation.at());
        if (Long.bitCount(bits) < persistence.needed()) {
            return new ConditionMemory(present, bits, Optional.empty(), now);
        }
        Instant since = contrarySince.orElse(observation.at());
        var delay = present ? persistence.offDelay() : persistence.onDelay();
        if (observation.at().isBefore(since.plus(delay))) {
            return new ConditionMemory(present, bits, Optional.of(since), now);
        }
        return settled(!present, now);
    }
}
