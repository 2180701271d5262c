package io.milliwatt.telemetry.encoding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.milliwatt.telemetry.Frame;
import io.milliwatt.telemetry.FrameExamples;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Whatever arrives, the codec answers with a frame or with a FrameException, and nothing else. */
class HostileBytesTest {
    /** Fixed, so that a failure repeats. */
    private static final long SEED = 20_261_101;

    private final FrameCodec codec = new FrameCodec();

    @Test
    void everyTruncationOfEveryKindIsRefused() {
        for (Frame frame : FrameExamples.oneOfEachKind()) {
            byte[] whole = codec.encode(frame, FrameExamples.authenticator());
            for (int length = 0; length < whole.length; length++) {
                byte[] truncated = Arrays.copyOf(whole, length);
                assertThatExceptionOfType(FrameException.class).isThrownBy(() -> codec.decode(truncated));
            }
        }
    }

    /** A changed byte either is refused or still decodes; if it decodes, the MAC tells. */
    @Test
    void aChangedByteNeverVerifies() {
        Random random = new Random(SEED);
        int decoded = 0;
        for (Frame frame : FrameExamples.oneOfEachKind()) {
            byte[] whole = codec.encode(frame, FrameExamples.authenticator());
            for (int round = 0; round < 20_000; round++) {
                byte[] changed = whole.clone();
                int position = random.nextInt(changed.length);
                changed[position] ^= (byte) (1 + random.nextInt(255));
                if (decodes(changed)) {
                    decoded++;
                }
                assertThat(FrameExamples.authenticator().verifies(changed)).isFalse();
            }
        }
        assertThat(decoded).as("changed frames that still are frames").isPositive();
    }

    @Test
    void randomBytesOfAnyLengthAreRefusedInOneSentence() {
        Random random = new Random(SEED);
        for (int round = 0; round < 200_000; round++) {
            byte[] bytes = new byte[random.nextInt(64)];
            random.nextBytes(bytes);
            if (bytes.length > 3 && random.nextBoolean()) {
                bytes[0] = (byte) 0xA8;
                bytes[1] = 0;
                bytes[2] = 16;
                bytes[3] = 1;
            }
            decodes(bytes);
        }
    }

    /** Anything but a FrameException escapes and fails the test. */
    private boolean decodes(byte[] bytes) {
        try {
            codec.decode(bytes);
            return true;
        } catch (FrameException refused) {
            assertThat(refused.getMessage()).endsWith(".");
            return false;
        }
    }
}
