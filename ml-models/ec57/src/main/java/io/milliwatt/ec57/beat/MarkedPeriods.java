package io.milliwatt.ec57.beat;

/**
 * The two latest stretches of one kind that a file of annotations has marked. No more are remembered, as in bxb: a beat is only asked
 * about right after it was read.
 */
final class MarkedPeriods {
    private static final long UNKNOWN = -1;

    private long begin = UNKNOWN;
    private long end = UNKNOWN;
    private long beginBefore = UNKNOWN;
    private long endBefore = UNKNOWN;

    void open(long sample) {
        beginBefore = begin;
        endBefore = end;
        begin = sample;
    }

    void close(long sample) {
        end = sample;
    }

    /** Replaces where the latest begins and ends. */
    void move(long from, long to) {
        begin = from;
        end = to;
    }

    long begin() {
        return begin;
    }

    long end() {
        return end;
    }

    boolean contains(long sample) {
        return begin != UNKNOWN && begin <= sample && (sample <= end || end == UNKNOWN)
                || beginBefore != UNKNOWN && beginBefore <= sample && sample <= endBefore;
    }

    boolean beginsBetween(long first, long last) {
        return first <= begin && begin < last || first <= beginBefore && beginBefore < last;
    }
}
