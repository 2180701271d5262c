package io.milliwatt.telemetry.learning;

import static org.assertj.core.api.Assertions.assertThat;

import io.milliwatt.telemetry.LearningUpdate;
import io.milliwatt.telemetry.Octets;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class LearntStateTest {

    private static final int GAUSSIAN = 1;
    private static final int K_MEANS = 2;

    /** Two inputs; two clusters of 4 and 6 windows; squared deviations 800 and 0 over 10 windows. */
    private static byte[] state() {
        ByteBuffer out = ByteBuffer.allocate(68 + 20 + 2 * 10).order(ByteOrder.LITTLE_ENDIAN);
        out.put((byte) 1).put((byte) 3).put((byte) 2).put((byte) 2).putInt(42).putInt(-1);
        out.putShort((short) 900)
                .putShort((short) 0)
                .putShort((short) 10)
                .putShort((short) 0)
                .putInt(17);
        out.position(68);
        out.putLong(800).putLong(0).putInt(0);
        out.putShort((short) 4).putInt(400).putInt(-2);
        out.putShort((short) 6).putInt(0).putInt(60);
        return out.array();
    }

    private static LearntState read(int kind, byte[] state) {
        return LearntState.of(new LearningUpdate(1, 1, kind, Octets.of(state)));
    }

    @Test
    void aStateTellsWhereTheMachineRunsAndHowWidely() {
        assertThat(read(K_MEANS, state())).isInstanceOfSatisfying(LearntState.KMeans.class, kMeans -> {
            LearntBaseline baseline = kMeans.baseline();
            assertThat(baseline.phase()).isEqualTo(LearntBaseline.Phase.FOLLOWING);
            assertThat(baseline.phase().isLearnt()).isTrue();
            assertThat(baseline.modelId()).isEqualTo(42);
            assertThat(baseline.modelVersion()).isEqualTo(0xFFFF_FFFFL);
            assertThat(baseline.threshold()).isEqualTo(900);
            assertThat(baseline.followed()).isEqualTo(17);
            assertThat(baseline.spreads()).containsExactly(10.0, 0.0);
            assertThat(baseline.clusters())
                    .extracting(LearntBaseline.Cluster::windows)
                    .containsExactly(4, 6);
            assertThat(baseline.clusters().getFirst().means()).containsExactly(100.0, -0.5);
            assertThat(baseline.clusters().getLast().means()).containsExactly(0.0, 10.0);
        });
        assertThat(read(GAUSSIAN, state())).isInstanceOf(LearntState.Gaussian.class);
    }

    @Test
    void bytesThatAreNoStateAreHandedOnAsTheyAre() {
        byte[] state = state();
        for (int length = 0; length < state.length; length++) {
            assertThat(read(K_MEANS, Arrays.copyOf(state, length))).isInstanceOf(LearntState.Unknown.class);
        }
        for (int offset : new int[] {0, 1, 2, 3, 88}) {
            byte[] other = state();
            other[offset] = (byte) (offset == 88 ? 0 : 99);
            assertThat(read(K_MEANS, other)).isEqualTo(new LearntState.Unknown(K_MEANS, Octets.of(other)));
        }
        assertThat(read(7, state)).isEqualTo(new LearntState.Unknown(7, Octets.of(state)));
    }
}
