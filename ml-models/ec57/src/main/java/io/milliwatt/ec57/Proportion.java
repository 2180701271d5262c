package io.milliwatt.ec57;

import java.util.OptionalDouble;

/**
 * A share of a count, such as a sensitivity; both are kept, since 1 of 1 says less than 1,000 of 1,000.
 *
 * @param of 0 where there was nothing to count: then there is no share
 */
public record Proportion(long count, long of) {
    public Proportion {
        if (count < 0 || of < count) {
            throw new IllegalArgumentException("a share of " + count + " out of " + of + " is none");
        }
    }

    /** 0 to 1. */
    public OptionalDouble share() {
        return of == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) count / of);
    }

    /** 0 to 100. */
    public OptionalDouble percent() {
        return of == 0 ? OptionalDouble.empty() : OptionalDouble.of(100.0 * count / of);
    }
}
