package io.milliwatt.runtime.model.network;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * Operators on one tensor, from quantized inputs to one value per class. Immutable.
 *
 * @param input the first tensor's shape; as many inputs as it has elements
 * @param wide whether tensors hold int16, and all operators are {@link WideDense}; else int8
 * @param operators 1 … 64, each fitting what comes before
 */
public record Network(TensorShape input, boolean wide, InputQuantization quantization, List<Operator> operators) {

    private static final int HEAD = 4;
    private static final int PER_INPUT = 1;
    private static final int WIDE = 2;

    public Network {
        operators = List.copyOf(operators);
        Check.range(operators.size(), 1, 64, "number of operators");
        Check.require(
                !quantization.perInput() || quantization.entries().size() == input.elements(),
                "There are " + quantization.entries().size() + " input quantizations for " + input.elements()
                        + " inputs.");
        TensorShape shape = input;
        for (Operator operator : operators) {
            Check.require(
                    operator instanceof WideDense == wide,
                    "A wide network has wide dense layers only, and another network none.");
            shape = operator.output(shape);
        }
        Check.range(shape.elements(), 2, 16, "number of values that a network ends in, one per class,");
    }

    /** int16 model inputs. */
    public int inputs() {
        return input.elements();
    }

    /** Values of the last tensor. */
    public int classes() {
        TensorShape shape = input;
        for (Operator operator : operators) {
            shape = operator.output(shape);
        }
        return shape.elements();
    }

    /** The last tensor for these inputs. */
    public short[] run(short[] inputs) {
        return tensors(inputs).getLast();
    }

    /** The quantized inputs, and what comes out of each operator. */
    public List<short[]> tensors(short[] inputs) {
        TensorShape shape = input;
        List<short[]> tensors = new ArrayList<>(List.of(quantization.apply(inputs, wide)));
        for (Operator operator : operators) {
            tensors.add(operator.apply(shape, tensors.getLast()));
            shape = operator.output(shape);
        }
        return tensors;
    }

    /** Multiply-accumulates of one inference. */
    public long operations() {
        long sum = 0;
        TensorShape shape = input;
        for (Operator operator : operators) {
            sum += operator.operations(shape);
            shape = operator.output(shape);
        }
        return sum;
    }

    /** Bytes that a node needs for the tensors, as the bundle's header must say. */
    public int scratchBytes() {
        int bytes = wide ? 2 : 1;
        int[] largest = {inputs() * bytes, 0};
        int window = 0;
        int region = 0;
        TensorShape shape = input;
        for (Operator operator : operators) {
            shape = operator.output(shape);
            region ^= operator.moves() ? 1 : 0;
            largest[region] = Math.max(largest[region], shape.elements() * bytes);
            window = Math.max(window, operator.windowElements());
        }
        return region(largest[0]) + region(largest[1]) + (window == 0 ? 0 : region(window));
    }

    private static int region(int largest) {
        return (largest + 7 + 7) & ~7;
    }

    public int encodedLength() {
        int length =
                HEAD + InputQuantization.ENTRY_LENGTH * quantization.entries().size();
        for (Operator operator : operators) {
            length += operator.encodedLength();
        }
        return length;
    }

    public void write(ByteBuffer out) {
        out.put((byte) ((quantization.perInput() ? PER_INPUT : 0) | (wide ? WIDE : 0)));
        out.put((byte) operators.size()).putShort((short) input.steps());
        quantization.write(out);
        operators.forEach(operator -> operator.write(out));
    }

    /**
     * Reads the body of a model of kind 4.
     *
     * @param in little-endian, at the body's first byte
     * @throws IllegalArgumentException with a sentence if a rule of the format is broken
     */
    public static Network read(ByteBuffer in, int inputs, int classes) {
        int flags = Byte.toUnsignedInt(in.get());
        int count = Byte.toUnsignedInt(in.get());
        int steps = Short.toUnsignedInt(in.getShort());
        Check.require((flags & ~(PER_INPUT | WIDE)) == 0, "A network has flags 1 and 2 only, not " + flags + ".");
        Check.require(
                steps >= 1 && inputs % steps == 0, inputs + " inputs cannot be divided into " + steps + " steps.");
        TensorShape input = new TensorShape(steps, inputs / steps);
        InputQuantization quantization = InputQuantization.read(in, (flags & PER_INPUT) != 0, inputs);
        List<Operator> operators = new ArrayList<>();
        TensorShape shape = input;
        for (int index = 0; index < count; index++) {
            Operator operator = OperatorReader.read(in, shape);
            shape = operator.output(shape);
            operators.add(operator);
        }
        Network network = new Network(input, (flags & WIDE) != 0, quantization, operators);
        Check.require(
                network.classes() == classes,
                "The network ends in " + network.classes() + " values, but there are " + classes + " classes.");
        return network;
    }
}
