package io.milliwatt.nodes.flood;

import static org.assertj.core.api.Assertions.assertThat;

import io.milliwatt.nodes.fleet.NodeAccounts;
import io.milliwatt.nodes.flood.FrameMint.Minted;
import io.milliwatt.telemetry.Features;
import io.milliwatt.telemetry.Frame;
import io.milliwatt.telemetry.authentication.FrameAuthenticator;
import io.milliwatt.telemetry.authentication.NodeKey;
import io.milliwatt.telemetry.encoding.FrameCodec;
import java.time.Instant;
import java.util.Base64;
import org.junit.jupiter.api.Test;

class FrameMintTest {
    private static final byte[] KEY = new byte[32];
    private static final Instant NOW = Instant.parse("2026-11-01T12:00:00.123456Z");

    private final FrameMint mint = new FrameMint(
            new NodeAccounts.Account(7, "p", Base64.getEncoder().encodeToString(KEY)), 3, new MachineBodies());

    @Test
    void framesAreSignedAndDecodeToWhatTheyWereMadeOf() throws Exception {
        Minted minted = mint.next(NOW);

        assertThat(new FrameAuthenticator(NodeKey.of(KEY)).verifies(minted.bytes()))
                .isTrue();
        Frame frame = new FrameCodec().decode(minted.bytes());
        assertThat(frame.identity()).isEqualTo(minted.identity());
        assertThat(frame.time()).isEqualTo(Instant.parse("2026-11-01T12:00:00.123Z"));
        assertThat(frame.body())
                .isInstanceOfSatisfying(
                        Features.class,
                        features -> assertThat(features.values()).hasSize(10));
    }

    @Test
    void sequencesHaveNoGaps() {
        assertThat(mint.next(NOW).identity().sequence()).isZero();
        assertThat(mint.next(NOW).identity().sequence()).isEqualTo(1);
        assertThat(mint.next(NOW).identity().boot()).isEqualTo(3);
    }
}
