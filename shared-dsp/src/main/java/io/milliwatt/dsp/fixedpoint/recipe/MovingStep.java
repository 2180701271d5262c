package io.milliwatt.dsp.fixedpoint.recipe;

/** Streams that follow a signal: its magnitude, envelope and moving level. Operations 6 … 9. */
public sealed interface MovingStep extends Step {

    @Override
    default boolean isStream() {
        return true;
    }

    private static int stateBytes(int lengthShift) {
        return 16 + (4 << lengthShift);
    }

    private static void requireLength(int lengthShift) {
        ParameterRange.requireRange("length shift", lengthShift, 1, 10);
    }

    record AbsoluteValue(int input) implements MovingStep {
        @Override
        public int stateBytes() {
            return 0;
        }
    }

    /** Rises by a share of 2^−attack of the way to the magnitude, falls by one of 2^−release; 0 follows at once. */
    record Envelope(int input, int attackShift, int releaseShift) implements MovingStep {
        public Envelope {
            ParameterRange.requireRange("attack shift", attackShift, 0, 15);
            ParameterRange.requireRange("release shift", releaseShift, 0, 15);
        }

        @Override
        public int stateBytes() {
            return 8;
        }
    }

    /** Over the last 2^lengthShift values. */
    record MovingAverage(int input, int lengthShift) implements MovingStep {
        public MovingAverage {
            requireLength(lengthShift);
        }

        @Override
        public int stateBytes() {
            return MovingStep.stateBytes(lengthShift);
        }
    }

    /** Root mean square of the last 2^lengthShift values, with more fraction bits than the stream. */
    record MovingRms(int input, int lengthShift, int fractionBits) implements MovingStep {
        public MovingRms {
            requireLength(lengthShift);
            ParameterRange.requireRange("fraction bits", fractionBits, 0, 8);
        }

        @Override
        public int stateBytes() {
            return MovingStep.stateBytes(lengthShift);
        }
    }
}
