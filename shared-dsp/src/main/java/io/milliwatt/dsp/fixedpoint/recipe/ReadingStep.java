package io.milliwatt.dsp.fixedpoint.recipe;

import io.milliwatt.dsp.fixedpoint.DegreeDayRule;
import io.milliwatt.dsp.fixedpoint.PlausibilityRule;
import io.milliwatt.dsp.fixedpoint.QrsDesign;
import io.milliwatt.dsp.fixedpoint.QrsDetector;
import io.milliwatt.dsp.fixedpoint.Saturation;
import io.milliwatt.dsp.fixedpoint.heart.Feature;
import io.milliwatt.dsp.fixedpoint.soil.SoilFeature;
import io.milliwatt.dsp.fixedpoint.soil.SoilQualityRule;

/** Steps for the ECG and for readings of slow sensors; what they compute is told at the kernel of the same name. */
public sealed interface ReadingStep extends Step {

    /** A step that gives a value for each value of its input. */
    sealed interface Stream extends ReadingStep {
        @Override
        default boolean isStream() {
            return true;
        }
    }

    record MovingMedian(int input, int length) implements Stream {
        public MovingMedian {
            ParameterRange.require(
                    length >= 1 && length <= io.milliwatt.dsp.fixedpoint.MovingMedian.MAX_LENGTH && length % 2 == 1,
                    "A median's length is odd, 1 … 31, not",
                    length);
        }

        @Override
        public int stateBytes() {
            return roundedUpToEight(8 + 4 * length);
        }
    }

    record ExponentialSmoothing(int input, int settlingShift, int fractionBits) implements Stream {
        public ExponentialSmoothing {
            ParameterRange.requireRange("settling shift", settlingShift, 1, 15);
            ParameterRange.requireRange("fraction bits", fractionBits, 0, 7);
        }

        @Override
        public int stateBytes() {
            return 16;
        }
    }

    /** Flags a faulty sensor at the end of a window. */
    record Plausibility(int input, PlausibilityRule rule) implements Stream {
        public Plausibility {
            ParameterRange.require(
                    rule.lowest() <= rule.highest(),
                    "The lowest plausible value must not be above the highest in",
                    rule);
            ParameterRange.requireRange("largest change", rule.largestChange(), 0, Integer.MAX_VALUE);
            ParameterRange.requireRange("jumps to believe", rule.jumpsToBelieve(), 0, 65_535);
            ParameterRange.requireRange("stuck after", rule.stuckAfter(), 0, 65_535);
            ParameterRange.requireRange("faults to flag", rule.faultsToFlag(), 1, 65_535);
        }

        @Override
        public int stateBytes() {
            return 24;
        }
    }

    record Qrs(int input, QrsDesign design) implements Stream {
        public Qrs {
            ParameterRange.requireRange("smoothing", design.smoothing(), 1, 63);
            ParameterRange.require(
                    design.smoothing() % 2 == 1, "The smoothing is an odd number, not", design.smoothing());
            ParameterRange.requireRange("slope lag", design.slopeLag(), 1, 32);
            ParameterRange.requireRange("baseline", design.baseline(), 2, 512);
            ParameterRange.require(
                    design.baseline() % 2 == 0, "The baseline is an even number, not", design.baseline());
            ParameterRange.requireRange("integration", design.integration(), 1, 256);
            ParameterRange.requireRange("hold", design.hold(), 1, 512);
            ParameterRange.requireRange("slope window", design.slopeWindow(), 1, 256);
            ParameterRange.requireRange("position back", design.positionBack(), 0, design.hold());
            ParameterRange.requireRange(
                    "position ahead", design.positionAhead(), 0, design.hold() - (long) design.positionBack());
            ParameterRange.requireRange("T wave", design.tWave(), 0, 65_535);
            ParameterRange.requireRange("search back gap", design.searchBackGap(), 0, 65_535);
            ParameterRange.requireRange("second", design.second(), 64, 2_048);
            ParameterRange.requireRange("shortest interval", design.shortestInterval(), 0, 65_535);
            ParameterRange.requireRange(
                    "smallest excursion", design.smallestExcursionNanoUnits(), 0, Integer.MAX_VALUE);
        }

        @Override
        public int stateBytes() {
            return roundedUpToEight(QrsDetector.stateBytes(design));
        }

        @Override
        public int valueCount() {
            return 4;
        }
    }

    /** Describes every beat that a QRS step finds, as an array. */
    record DescribedBeats(int input) implements ReadingStep {
        private static final int STATE_BYTES = 3_528;

        @Override
        public int stateBytes() {
            return STATE_BYTES;
        }

        @Override
        public int arrayLength(int inputLength) {
            return Feature.COUNT;
        }
    }

    /** The days of a soil node; a soil chain runs it, reading by reading, and takes the limits of its quality control from here. */
    record SoilDays(SoilQualityRule quality) implements ReadingStep {
        private static final int STATE_BYTES = 1_024;

        @Override
        public int input() {
            return 0;
        }

        @Override
        public int stateBytes() {
            return STATE_BYTES;
        }

        /** Change of water content in 1, 3 and 7 days, and the days to the refill line. */
        @Override
        public int valueCount() {
            return 4;
        }

        @Override
        public int arrayLength(int inputLength) {
            return SoilFeature.COUNT;
        }
    }

    record Slope(int input, int length, int fractionBits) implements ReadingStep {
        public Slope {
            requireSlope(length, fractionBits);
        }

        @Override
        public int stateBytes() {
            return roundedUpToEight(8 + 4 * length);
        }

        @Override
        public int valueCount() {
            return 2;
        }
    }

    /** Its input is a step with values. */
    record WindowSlope(int input, int sourceValue, int length, int fractionBits) implements ReadingStep {
        public WindowSlope {
            ParameterRange.requireRange("source value", sourceValue, 0, 3);
            requireSlope(length, fractionBits);
        }

        @Override
        public int stateBytes() {
            return roundedUpToEight(8 + 4 * length);
        }

        @Override
        public int valueCount() {
            return 2;
        }
    }

    record Day(int input, int valuesPerDay) implements ReadingStep {
        public Day {
            ParameterRange.requireRange("values per day", valuesPerDay, 1, 65_535);
        }

        @Override
        public int stateBytes() {
            return 40;
        }

        @Override
        public int valueCount() {
            return 4;
        }
    }

    record DegreeDays(int input, DegreeDayRule rule) implements ReadingStep {
        public DegreeDays {
            ParameterRange.requireRange("values per day", rule.valuesPerDay(), 1, 65_535);
            ParameterRange.requireRange("upper temperature", rule.upper(), -Saturation.MAX_24, Saturation.MAX_24);
            ParameterRange.requireRange("base temperature", rule.base(), -Saturation.MAX_24, rule.upper());
        }

        @Override
        public int stateBytes() {
            return 32;
        }

        @Override
        public int valueCount() {
            return 3;
        }
    }

    record Level(int input) implements ReadingStep {
        @Override
        public int stateBytes() {
            return 24;
        }

        @Override
        public int valueCount() {
            return 4;
        }
    }

    private static void requireSlope(int length, int fractionBits) {
        ParameterRange.requireRange("slope length", length, 2, io.milliwatt.dsp.fixedpoint.Slope.MAX_LENGTH);
        ParameterRange.requireRange("fraction bits", fractionBits, 0, 16);
    }

    private static int roundedUpToEight(int bytes) {
        return (bytes + 7) & ~7;
    }
}
