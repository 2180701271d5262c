package io.milliwatt.runtime.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.milliwatt.runtime.model.network.Dense;
import io.milliwatt.runtime.model.network.InputQuantization;
import io.milliwatt.runtime.model.network.Network;
import io.milliwatt.runtime.model.network.Operator;
import io.milliwatt.runtime.model.network.Rescaling;
import io.milliwatt.runtime.model.network.SparseDense;
import io.milliwatt.runtime.model.network.TensorShape;
import io.milliwatt.runtime.model.network.WeightedSums;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SparseDenseTest {
    private static final int INPUTS = 21;
    private static final int CLASSES = 3;

    /** The bytes before the first operator's own fields: network, one quantization, the operator's head. */
    private static final int HEAD = 4 + 8 + 20;

    private static WeightedSums pruned(Random random) {
        byte[][] rows = new byte[CLASSES][INPUTS];
        for (byte[] row : rows) {
            for (int index = 0; index < INPUTS; index += 1 + random.nextInt(8)) {
                row[index] = (byte) random.nextInt(1, 128);
            }
        }
        return WeightedSums.of(new int[] {5, -7, 900}, rows, Rescaling.uniform(1 << 30, -6, 3, -128, 127));
    }

    private static Network network(Operator operator) {
        InputQuantization.Entry plain = InputQuantization.Entry.nearest(1 / 256.0, 0);
        return new Network(new TensorShape(1, INPUTS), false, InputQuantization.uniform(plain), List.of(operator));
    }

    private static byte[] written(Network network) {
        ByteBuffer out = ByteBuffer.allocate(network.encodedLength()).order(ByteOrder.LITTLE_ENDIAN);
        network.write(out);
        return out.array();
    }

    private static Network read(byte[] bytes) {
        return Network.read(ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN), INPUTS, CLASSES);
    }

    @Test
    void itAnswersLikeTheDenseLayerInFewerBytesAndOperations() {
        Random random = new Random(1);
        WeightedSums sums = pruned(random);
        Network dense = network(new Dense(sums));
        Network sparse = network(new SparseDense(sums));
        assertThat(sparse.encodedLength()).isLessThan(dense.encodedLength());
        assertThat(sparse.operations()).isLessThan(dense.operations());
        assertThat(read(written(sparse))).isEqualTo(sparse);
        for (int trial = 0; trial < 1000; trial++) {
            short[] inputs = RandomModels.inputs(random, INPUTS);
            assertThat(sparse.run(inputs)).isEqualTo(dense.run(inputs));
        }
    }

    @Test
    void thereIsOneWayToWriteItsRows() {
        byte[] good = written(network(new SparseDense(pruned(new Random(2)))));
        int rows = HEAD + 4 + 4 * CLASSES + 4 + 4;
        byte[] zeroWeight = good.clone();
        zeroWeight[rows + 3] = 0;
        assertThatThrownBy(() -> read(zeroWeight)).hasMessageContaining("stores a weight that is 0");
        byte[] bitBeyond = good.clone();
        bitBeyond[rows + 2] |= (byte) 0x80;
        assertThatThrownBy(() -> read(bitBeyond)).hasMessageContaining("beyond its 21 weights");
        byte[] tooLong = good.clone();
        tooLong[HEAD] += 4;
        assertThatThrownBy(() -> read(tooLong)).isInstanceOf(IllegalArgumentException.class);
    }
}
