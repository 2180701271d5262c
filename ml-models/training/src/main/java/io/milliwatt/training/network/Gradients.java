package io.milliwatt.training.network;

import java.util.ArrayList;
import java.util.List;
import org.tensorflow.Graph;
import org.tensorflow.Operand;
import org.tensorflow.Output;
import org.tensorflow.Result;
import org.tensorflow.Session;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.ndarray.buffer.DataBuffers;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.proto.ConfigProto;
import org.tensorflow.types.TFloat32;

/**
 * The gradient of a loss over a batch, by TensorFlow. Weights are fed anew each time and nothing is kept in the
 * session; one thread computes, so equal calls give equal bits.
 */
final class Gradients implements AutoCloseable {
    private static final ConfigProto ONE_THREAD = ConfigProto.newBuilder()
            .setIntraOpParallelismThreads(1)
            .setInterOpParallelismThreads(1)
            .build();

    private final NetworkDesign design;
    private final Graph graph = new Graph();
    private final Session session;
    private final Placeholder<TFloat32> inputs;
    private final Placeholder<TFloat32> targets;
    private final Placeholder<TFloat32> weights;
    private final List<Placeholder<TFloat32>> parameters = new ArrayList<>();
    private final List<Shape> shapes = new ArrayList<>();
    private final Output<?>[] gradients;

    /** Of the mean cross-entropy. */
    Gradients(NetworkDesign design) {
        this(design, Loss.CROSS_ENTROPY);
    }

    Gradients(NetworkDesign design, Loss loss) {
        this.design = design;
        Ops tf = Ops.create(graph);
        inputs = tf.placeholder(
                TFloat32.class, Placeholder.shape(Shape.of(Shape.UNKNOWN_SIZE, 1, design.length(), design.channels())));
        targets = tf.placeholder(TFloat32.class, Placeholder.shape(Shape.of(Shape.UNKNOWN_SIZE, design.classes())));
        weights = tf.placeholder(TFloat32.class, Placeholder.shape(Shape.of(Shape.UNKNOWN_SIZE, design.classes())));
        Operand<TFloat32> outputs = new GraphLayers(tf, this::parameter).logits(design, inputs);
        gradients = graph.addGradients(
                loss.of(tf, outputs, targets, weights).asOutput(),
                parameters.stream().map(Operand::asOutput).toArray(Output<?>[]::new));
        session = new Session(graph, ONE_THREAD);
    }

    private Placeholder<TFloat32> parameter(Ops tf, Shape shape) {
        Placeholder<TFloat32> placeholder = tf.placeholder(TFloat32.class, Placeholder.shape(shape));
        parameters.add(placeholder);
        shapes.add(shape);
        return placeholder;
    }

    /**
     * @param values the parameters in the order of the graph: kernel and bias of each layer with weights
     * @param batchInputs example by example
     * @param batchTargets one-hot, example by example
     * @return the gradient of each parameter
     */
    List<float[]> of(List<float[]> values, float[] batchInputs, float[] batchTargets) {
        return of(values, new TargetBatch(batchInputs, batchTargets, new float[0]));
    }

    /** As above, of a loss that weighs each target. */
    List<float[]> of(List<float[]> values, TargetBatch batch) {
        int examples = batch.targets().length / design.classes();
        List<TFloat32> fed = new ArrayList<>();
        try {
            Session.Runner runner = session.runner();
            feed(runner, fed, inputs, Shape.of(examples, 1, design.length(), design.channels()), batch.inputs());
            feed(runner, fed, targets, Shape.of(examples, design.classes()), batch.targets());
            if (batch.weights().length > 0) {
                feed(runner, fed, weights, Shape.of(examples, design.classes()), batch.weights());
            }
            for (int i = 0; i < values.size(); i++) {
                feed(runner, fed, parameters.get(i), shapes.get(i), values.get(i));
                runner.fetch(gradients[i]);
            }
            List<float[]> found = new ArrayList<>();
            try (Result result = runner.run()) {
                for (int i = 0; i < values.size(); i++) {
                    float[] gradient = new float[values.get(i).length];
                    ((TFloat32) result.get(i)).copyTo(DataBuffers.of(gradient, false, false));
                    found.add(gradient);
                }
            }
            return found;
        } finally {
            fed.forEach(TFloat32::close);
        }
    }

    private static void feed(
            Session.Runner runner, List<TFloat32> fed, Placeholder<TFloat32> at, Shape shape, float[] values) {
        TFloat32 tensor = TFloat32.tensorOf(shape, DataBuffers.of(values, true, false));
        fed.add(tensor);
        runner.feed(at.asOutput(), tensor);
    }

    @Override
    public void close() {
        session.close();
        graph.close();
    }
}
