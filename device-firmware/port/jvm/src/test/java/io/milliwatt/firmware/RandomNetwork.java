package io.milliwatt.firmware;

import io.milliwatt.runtime.model.network.AveragePool;
import io.milliwatt.runtime.model.network.Convolution;
import io.milliwatt.runtime.model.network.Dense;
import io.milliwatt.runtime.model.network.DepthwiseConvolution;
import io.milliwatt.runtime.model.network.InputQuantization;
import io.milliwatt.runtime.model.network.MaximumPool;
import io.milliwatt.runtime.model.network.Network;
import io.milliwatt.runtime.model.network.Operator;
import io.milliwatt.runtime.model.network.Pooling;
import io.milliwatt.runtime.model.network.Rescaling;
import io.milliwatt.runtime.model.network.Sliding;
import io.milliwatt.runtime.model.network.Softmax;
import io.milliwatt.runtime.model.network.SparseDense;
import io.milliwatt.runtime.model.network.Table;
import io.milliwatt.runtime.model.network.TensorShape;
import io.milliwatt.runtime.model.network.WeightedSums;
import io.milliwatt.runtime.model.network.WideDense;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/** Networks of every operator and many shapes; weights and scales random, with extremes more often than chance would. */
final class RandomNetwork {

    private static final long LARGEST_SUM = (1L << 28) - 1;

    private final Random random;

    RandomNetwork(Random random) {
        this.random = random;
    }

    /** @param mostInputs 64 for a network behind an input map */
    Network next(int mostInputs) {
        boolean wide = random.nextInt(5) == 0;
        int channels = random.nextInt(1, random.nextInt(4) == 0 ? mostInputs + 1 : 9);
        TensorShape input = new TensorShape(random.nextInt(1, mostInputs / channels + 1), channels);
        TensorShape shape = input;
        List<Operator> operators = new ArrayList<>();
        for (int left = random.nextInt(6); left > 0; left--) {
            Operator operator = wide ? wideDense(shape, random.nextInt(1, 70)) : narrow(shape);
            operators.add(operator);
            shape = operator.output(shape);
        }
        int classes = random.nextInt(2, 17);
        if (operators.isEmpty() || shape.elements() < 2 || shape.elements() > 16 || random.nextBoolean()) {
            operators.add(wide ? wideDense(shape, classes) : dense(shape, classes));
        }
        if (!wide && random.nextInt(3) == 0) {
            operators.add(
                    random.nextInt(4) == 0
                            ? new Softmax(random.nextInt() & Integer.MAX_VALUE, random.nextInt(32))
                            : Softmax.ofScale(random.nextDouble(0.001, 0.1)));
        }
        return new Network(input, wide, quantization(input.elements(), wide), operators);
    }

    private InputQuantization quantization(int inputs, boolean wide) {
        if (random.nextBoolean()) {
            return InputQuantization.uniform(entry(wide));
        }
        return InputQuantization.perInput(
                Stream.generate(() -> entry(wide)).limit(inputs).toList());
    }

    private InputQuantization.Entry entry(boolean wide) {
        return switch (random.nextInt(12)) {
            case 0 ->
                new InputQuantization.Entry(
                        random.nextInt(-(1 << 30) + 1, 1 << 30), random.nextInt(-32768, 32768), random.nextInt(31));
            case 1 -> InputQuantization.Entry.nearest(wide ? 1 : 1.0 / 256, 0);
            default ->
                InputQuantization.Entry.nearest(random.nextGaussian() * (wide ? 1 : 0.01), random.nextInt(-40, 40));
        };
    }

    private Operator narrow(TensorShape shape) {
        return switch (random.nextInt(8)) {
            case 0 -> dense(shape, random.nextInt(1, 40));
            case 1, 2 -> convolution(shape);
            case 3, 4 -> {
                Sliding sliding = sliding(shape.steps());
                yield new DepthwiseConvolution(sums(shape.channels(), sliding.kernel(), false), sliding);
            }
            case 5 -> new MaximumPool(pooling(shape));
            case 6 -> new AveragePool(pooling(shape));
            default -> Table.of(value -> (byte) random.nextInt());
        };
    }

    private Operator dense(TensorShape shape, int units) {
        if (random.nextInt(4) == 0) {
            return new SparseDense(pruned(sums(units, shape.elements(), false)));
        }
        return new Dense(sums(units, shape.elements(), random.nextInt(3) == 0));
    }

    /** Two dense layers of which pruning left a part. */
    Network sparse() {
        TensorShape input = new TensorShape(1, 11);
        TensorShape hidden = new TensorShape(1, 7);
        return new Network(
                input,
                false,
                InputQuantization.uniform(InputQuantization.Entry.nearest(1 / 256.0, 0)),
                List.of(
                        new SparseDense(pruned(sums(hidden.channels(), input.channels(), false))),
                        new SparseDense(pruned(sums(3, hidden.channels(), false)))));
    }

    /** From none to nearly all of the weights stay. */
    private WeightedSums pruned(WeightedSums sums) {
        int staying = random.nextInt(0, 101);
        byte[][] rows = new byte[sums.channels()][sums.rowLength()];
        int[] bias = new int[sums.channels()];
        for (int channel = 0; channel < rows.length; channel++) {
            bias[channel] = random.nextInt(-1000, 1001);
            for (int index = 0; index < rows[channel].length; index++) {
                rows[channel][index] = random.nextInt(100) < staying ? (byte) random.nextInt() : 0;
            }
        }
        return WeightedSums.of(bias, rows, sums.rescaling());
    }

    private Operator convolution(TensorShape shape) {
        Sliding sliding = sliding(shape.steps());
        int row = sliding.kernel() * shape.channels();
        return new Convolution(sums(random.nextInt(1, 20), row, random.nextInt(3) == 0), sliding);
    }

    private Sliding sliding(int steps) {
        int kernel = random.nextInt(1, Math.min(steps, 9) + 1);
        int stride = random.nextInt(1, 4);
        return switch (random.nextInt(4)) {
            case 0 -> Sliding.valid(kernel, stride);
            case 1 -> Sliding.same(random.nextInt(1, 8), stride, random.nextInt(1, 4), steps, int8());
            case 2 -> new Sliding(kernel, stride, 1, random.nextInt(4), random.nextInt(4), int8());
            default -> {
                int dilation = kernel == 1 ? random.nextInt(1, 256) : Math.min(255, (steps - 1) / (kernel - 1));
                yield new Sliding(kernel, random.nextInt(1, 256), Math.max(1, dilation), 0, random.nextInt(3), int8());
            }
        };
    }

    private Pooling pooling(TensorShape shape) {
        boolean cut = random.nextInt(6) == 0;
        int low = cut ? int8() : -128;
        int kernel = random.nextInt(3) == 0 ? shape.steps() : random.nextInt(1, shape.steps() + 1);
        return new Pooling(kernel, random.nextInt(1, 5), low, cut ? random.nextInt(low, 128) : 127);
    }

    private WeightedSums sums(int channels, int row, boolean fourBits) {
        boolean perChannel = random.nextBoolean();
        int[] multipliers = new int[perChannel ? channels : 1];
        int[] shifts = new int[multipliers.length];
        int left = 0;
        for (int scale = 0; scale < multipliers.length; scale++) {
            multipliers[scale] = multiplier(random.nextInt(1 << 30, Integer.MAX_VALUE));
            shifts[scale] =
                    random.nextInt(5) == 0 ? random.nextInt(-30, row > 1000 ? 1 : 4) : -8 - Math.max(0, log2(row) / 2);
            left = Math.max(left, shifts[scale]);
        }
        long room = (LARGEST_SUM >> left) - 16384L * row;
        int[] bias = new int[channels];
        for (int channel = 0; channel < channels; channel++) {
            bias[channel] = switch (random.nextInt(6)) {
                case 0 -> (int) room;
                case 1 -> (int) -room;
                default -> (int) Math.clamp(random.nextInt(-20_000, 20_000), -room, room);
            };
        }
        boolean cut = random.nextInt(6) == 0;
        int low = cut ? int8() : -128;
        int high = cut ? random.nextInt(low, 128) : 127;
        Rescaling rescaling = perChannel
                ? Rescaling.perChannel(multipliers, shifts, int8(), low, high)
                : Rescaling.uniform(multipliers[0], shifts[0], int8(), low, high);
        byte[][] rows = rows(channels, row, fourBits);
        return fourBits ? WeightedSums.ofFourBits(bias, rows, rescaling) : WeightedSums.of(bias, rows, rescaling);
    }

    WideDense wideDense(TensorShape shape, int units) {
        int[] bias = random.ints(units).toArray();
        int shift = random.nextInt(3) == 0 ? random.nextInt(-31, 8) : -7;
        Rescaling rescaling = Rescaling.uniform(
                multiplier(32767) & 32767, shift, 0, random.nextInt(-32768, 0), random.nextInt(0, 32768));
        if (random.nextBoolean()) {
            int[] multipliers = random.ints(units, 0, 32768).toArray();
            int[] shifts = random.ints(units, -12, 2).toArray();
            rescaling = Rescaling.perChannel(multipliers, shifts, 0, -32768, 32767);
        }
        return new WideDense(WeightedSums.of(bias, rows(units, shape.elements(), false), rescaling));
    }

    private byte[][] rows(int channels, int length, boolean fourBits) {
        byte[][] rows = new byte[channels][length];
        boolean extreme = random.nextInt(4) == 0;
        for (byte[] row : rows) {
            for (int index = 0; index < length; index++) {
                int weight = extreme ? (random.nextBoolean() ? -128 : 127) : (byte) random.nextInt();
                row[index] = (byte) (fourBits ? weight >> 4 : weight);
            }
        }
        return rows;
    }

    private int multiplier(int usual) {
        return switch (random.nextInt(8)) {
            case 0 -> 0;
            case 1 -> Integer.MAX_VALUE;
            case 2 -> random.nextInt() & Integer.MAX_VALUE;
            default -> usual;
        };
    }

    private int int8() {
        return random.nextInt(3) == 0 ? (byte) random.nextInt() : random.nextInt(-20, 21);
    }

    private static int log2(int value) {
        return 31 - Integer.numberOfLeadingZeros(value);
    }
}
