package io.milliwatt.training.network;

import java.util.List;
import java.util.function.BiFunction;
import org.tensorflow.Operand;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;

/**
 * A design as TensorFlow operations. Kernels stand output first, as in {@link LayerWeights}, and are turned to TensorFlow's order.
 *
 * @param parameter makes the place of a kernel or a bias, in order
 */
record GraphLayers(Ops tf, BiFunction<Ops, Shape, Placeholder<TFloat32>> parameter) {
    Operand<TFloat32> logits(NetworkDesign design, Operand<TFloat32> inputs) {
        Operand<TFloat32> signal = inputs;
        List<NetworkDesign.SignalShape> shapes = design.shapes();
        for (int layer = 0; layer < design.layers().size(); layer++) {
            signal = layer(design.layers().get(layer), shapes.get(layer), signal);
            boolean last = layer == design.layers().size() - 1;
            if (!last && design.layers().get(layer) instanceof LayerDesign.Weighted) {
                signal = tf.nn.relu(signal);
            }
        }
        return tf.reshape(signal, tf.constant(new int[] {-1, design.classes()}));
    }

    private Operand<TFloat32> layer(LayerDesign layer, NetworkDesign.SignalShape in, Operand<TFloat32> signal) {
        return switch (layer) {
            case LayerDesign.Dense dense -> {
                Operand<TFloat32> flat = tf.reshape(signal, tf.constant(new int[] {-1, in.values()}));
                Operand<TFloat32> kernel =
                        tf.linalg.transpose(place(dense.outputs(), in.values()), tf.constant(new int[] {1, 0}));
                Operand<TFloat32> sum = tf.math.add(tf.linalg.matMul(flat, kernel), place(dense.outputs()));
                yield tf.reshape(sum, tf.constant(new int[] {-1, 1, 1, dense.outputs()}));
            }
            case LayerDesign.Convolution convolution -> {
                Operand<TFloat32> kernel = tf.linalg.transpose(
                        place(convolution.outputs(), 1, convolution.kernel(), in.channels()),
                        tf.constant(new int[] {1, 2, 3, 0}));
                List<Long> strides = List.of(1L, 1L, (long) convolution.stride(), 1L);
                yield tf.math.add(tf.nn.conv2d(signal, kernel, strides, "VALID"), place(convolution.outputs()));
            }
            case LayerDesign.MaxPooling pooling -> {
                Operand<TInt32> size = tf.constant(new int[] {1, 1, pooling.size(), 1});
                yield tf.nn.maxPool(signal, size, size, "VALID");
            }
            case LayerDesign.GlobalAveragePooling mean ->
                tf.reshape(
                        tf.math.mean(signal, tf.constant(new int[] {1, 2})),
                        tf.constant(new int[] {-1, 1, 1, in.channels()}));
        };
    }

    private Operand<TFloat32> place(long... size) {
        return parameter.apply(tf, Shape.of(size));
    }
}
