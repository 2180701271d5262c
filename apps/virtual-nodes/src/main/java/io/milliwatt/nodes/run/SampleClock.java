package io.milliwatt.nodes.run;

/**
 * Says how many sample blocks are due, and when the last sample of each was taken. After a pause of the whole computer the
 * missed time is left out, as it is when a real node sleeps.
 */
final class SampleClock {
    private static final long LONGEST_CATCH_UP_MILLIS = 3000;

    private final double blockMillis;
    private final long startMillis;
    private long skippedMillis;
    private long blocks;

    SampleClock(double blockMillis, long startMillis) {
        this.blockMillis = blockMillis;
        this.startMillis = startMillis;
    }

    /** True where a whole block has passed that was not asked for yet. */
    boolean isDue(long nowMillis) {
        long behindMillis = nowMillis - endOfNextBlock();
        if (behindMillis > LONGEST_CATCH_UP_MILLIS) {
            skippedMillis += behindMillis;
        }
        return nowMillis >= endOfNextBlock();
    }

    /** Takes the next block and tells the time of its last sample. */
    long take() {
        long end = endOfNextBlock();
        blocks++;
        return end;
    }

    private long endOfNextBlock() {
        return startMillis + skippedMillis + Math.round((blocks + 1) * blockMillis);
    }
}
