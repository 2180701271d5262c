package io.milliwatt.telemetry.encoding;

import com.fasterxml.jackson.dataformat.cbor.CBORGenerator;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.time.Instant;

/** Milliseconds since 1970 in 64 bits without sign: twice as far as Java's own milliseconds reach. */
final class UnsignedTime {
    private static final long MILLIS = 1000;
    private static final int NANOS_PER_MILLI = 1_000_000;
    /** Head of an unsigned integer of eight bytes. */
    private static final int UINT64_HEAD = 0x1B;

    private UnsignedTime() {}

    static Instant read(long unsignedMillis) {
        return Instant.ofEpochSecond(
                Long.divideUnsigned(unsignedMillis, MILLIS),
                Long.remainderUnsigned(unsignedMillis, MILLIS) * NANOS_PER_MILLI);
    }

    /** Jackson would write what does not fit its long as a bignum; here it is still a plain integer. */
    static void write(CBORGenerator generator, OutputStream out, Instant time) throws IOException {
        long unsignedMillis = time.getEpochSecond() * MILLIS + time.getNano() / NANOS_PER_MILLI;
        if (unsignedMillis >= 0) {
            generator.writeNumber(unsignedMillis);
        } else {
            generator.flush();
            out.write(UINT64_HEAD);
            out.write(ByteBuffer.allocate(Long.BYTES).putLong(unsignedMillis).array());
        }
    }
}
