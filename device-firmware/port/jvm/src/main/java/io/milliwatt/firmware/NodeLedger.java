package io.milliwatt.firmware;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/**
 * What a node has done since its boot ({@code include/milliwatt/ledger.h}); the last two tell its duty cycle.
 *
 * @param framesSent handed to the transport, repeats included
 * @param bytesReceived of every frame that came, refused ones included
 * @param awakeMillis spent sampling
 * @param asleepMillis between bursts, or as the port said
 */
public record NodeLedger(
        long samples,
        long windows,
        long judgedWindows,
        long framesBuilt,
        long framesSent,
        long bytesSent,
        long bytesReceived,
        long awakeMillis,
        long asleepMillis,
        long flashBytesProgrammed,
        long flashPagesErased,
        long burstWindows,
        long burstIntervalSeconds) {

    static final long BYTES = 13 * Long.BYTES;

    static NodeLedger read(MemorySegment counts) {
        long[] of = counts.toArray(ValueLayout.JAVA_LONG);
        return new NodeLedger(
                of[0], of[1], of[2], of[3], of[4], of[5], of[6], of[7], of[8], of[9], of[10], of[11], of[12]);
    }
}
