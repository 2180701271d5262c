package io.milliwatt.training.network;

import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/** What training makes small. */
enum Loss {
    /** Mean over the examples; targets are one-hot. */
    CROSS_ENTROPY {
        @Override
        Operand<TFloat32> of(Ops tf, Operand<TFloat32> outputs, Operand<TFloat32> targets, Operand<TFloat32> weights) {
            return tf.math.mean(
                    tf.nn.softmaxCrossEntropyWithLogits(outputs, targets).loss(), tf.constant(0));
        }
    },
    /** Sum over the outputs of weight × difference², mean over the examples. */
    WEIGHTED_SQUARES {
        @Override
        Operand<TFloat32> of(Ops tf, Operand<TFloat32> outputs, Operand<TFloat32> targets, Operand<TFloat32> weights) {
            Operand<TFloat32> squares = tf.math.mul(weights, tf.math.squaredDifference(outputs, targets));
            return tf.math.mean(tf.sum(squares, tf.constant(1)), tf.constant(0));
        }
    };

    abstract Operand<TFloat32> of(
            Ops tf, Operand<TFloat32> outputs, Operand<TFloat32> targets, Operand<TFloat32> weights);
}
