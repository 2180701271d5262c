package io.milliwatt.dsp.fixedpoint.recipe;

/** Statistics of a window, and of a value over windows. Operations 20 … 23. */
public sealed interface StatisticsStep extends Step {

    record MeanAndDeviation(int input) implements StatisticsStep {
        @Override
        public int stateBytes() {
            return 16;
        }

        @Override
        public int valueCount() {
            return 2;
        }
    }

    record Extremes(int input) implements StatisticsStep {
        @Override
        public int stateBytes() {
            return 16;
        }

        @Override
        public int valueCount() {
            return 3;
        }
    }

    /** @param hysteresis half the width of the band around zero that must be left on the other side */
    record ZeroCrossings(int input, int hysteresis) implements StatisticsStep {
        public ZeroCrossings {
            ParameterRange.requireRange("hysteresis", hysteresis, 0, Integer.MAX_VALUE);
        }

        @Override
        public int stateBytes() {
            return 16;
        }

        @Override
        public int valueCount() {
            return 2;
        }
    }

    /** Of one value of its input over the last windows. */
    record WindowStatistics(int input, int sourceValue, int windows) implements StatisticsStep {
        public WindowStatistics {
            ParameterRange.requireRange("source value", sourceValue, 0, 3);
            ParameterRange.requireRange("windows", windows, 2, 64);
        }

        @Override
        public int stateBytes() {
            return Step.roundedUpToEight(8 + 4 * windows);
        }

        @Override
        public int valueCount() {
            return 4;
        }
    }
}
