package io.milliwatt.dsp.fixedpoint.recipe;

import io.milliwatt.dsp.fixedpoint.BaselineRule;
import io.milliwatt.dsp.fixedpoint.BiquadCascade;
import io.milliwatt.dsp.fixedpoint.FloorGrid;
import io.milliwatt.dsp.fixedpoint.LevinsonDurbin;
import io.milliwatt.dsp.fixedpoint.QualityThresholds;
import io.milliwatt.dsp.fixedpoint.SpectralLine;
import java.util.List;

/**
 * One step of a recipe. Inputs are numbers of earlier steps; 0 is the raw samples. What a step computes is told at the kernel
 * of the same name in {@code io.milliwatt.dsp.fixedpoint}.
 */
public sealed interface Step
        permits Step.MeanRemoval,
                Step.Biquads,
                Step.Whitening,
                Step.Square,
                Step.DecimatingFir,
                Step.Energy,
                Step.Moments,
                Step.SignalQuality,
                Step.BaselineAnomaly,
                Step.LogSpectrum,
                Step.LocalFloor,
                Step.LineScore,
                Step.ShaftSpeed,
                MovingStep,
                ReadingStep,
                StatisticsStep,
                SpectrumStep {

    /** Number of the step it reads, 0 for the raw samples. */
    int input();

    /** Bytes of state on the node, a multiple of 8; recipe.md gives the sum. */
    int stateBytes();

    /**
     * Bytes of state besides {@link #stateBytes()}, for the values of its input's array.
     *
     * @param inputLength length of that array, 0 if it gives none
     */
    default int stateBytesForArray(int inputLength) {
        return 0;
    }

    /** How many values it gives at the end of a window. */
    default int valueCount() {
        return 0;
    }

    /** Whether it gives a stream. */
    default boolean isStream() {
        return false;
    }

    /** How many values of its input make one of its stream. */
    default int decimationFactor() {
        return 1;
    }

    /**
     * Length of the array it gives at the end of a window, 0 if it gives none.
     *
     * @param inputLength length of its input's array, 0 if that gives none
     */
    default int arrayLength(int inputLength) {
        return 0;
    }

    /** Bytes of state are counted so. */
    static int roundedUpToEight(int bytes) {
        return (bytes + 7) & ~7;
    }

    /** Takes the raw samples only. */
    record MeanRemoval(int settlingShift, int fractionBits) implements Step {
        public MeanRemoval {
            ParameterRange.requireRange("settling shift", settlingShift, 1, 15);
            ParameterRange.requireRange("fraction bits", fractionBits, 0, 7);
        }

        @Override
        public int input() {
            return 0;
        }

        @Override
        public int stateBytes() {
            return 8;
        }

        @Override
        public boolean isStream() {
            return true;
        }
    }

    /** A second-order section, coefficients in Q29. */
    record Section(int b0, int b1, int b2, int a1, int a2) {
        public Section {
            ParameterRange.require(
                    BiquadCascade.hasHeadroom(b0, b1, b2, a1, a2),
                    "The magnitudes of a section's coefficients must sum to less than 8.0, these do not:",
                    List.of(b0, b1, b2, a1, a2));
        }
    }

    record Biquads(int input, List<Section> sections) implements Step {
        public Biquads {
            sections = List.copyOf(sections);
            ParameterRange.requireRange("number of sections", sections.size(), 1, 8);
        }

        @Override
        public int stateBytes() {
            return roundedUpToEight(20 * sections.size());
        }

        @Override
        public boolean isStream() {
            return true;
        }
    }

    record Whitening(int input, int order, int whiteNoiseShift) implements Step {
        public Whitening {
            ParameterRange.requireRange("order", order, 1, LevinsonDurbin.MAX_ORDER);
            ParameterRange.requireRange("white noise shift", whiteNoiseShift, 1, 24);
        }

        @Override
        public int stateBytes() {
            return 16 * (order + 1);
        }

        @Override
        public boolean isStream() {
            return true;
        }
    }

    record Square(int input, int shift) implements Step {
        public Square {
            ParameterRange.requireRange("shift", shift, 0, 31);
        }

        @Override
        public int stateBytes() {
            return 0;
        }

        @Override
        public boolean isStream() {
            return true;
        }
    }

    record DecimatingFir(int input, int factor, int shift, List<Short> taps) implements Step {
        public DecimatingFir {
            taps = List.copyOf(taps);
            ParameterRange.requireRange("factor", factor, 1, 255);
            ParameterRange.requireRange("shift", shift, 0, 31);
            ParameterRange.requireRange("number of taps", taps.size(), 1, 128);
        }

        @Override
        public int stateBytes() {
            return roundedUpToEight(8 + 4 * taps.size());
        }

        @Override
        public int decimationFactor() {
            return factor;
        }

        @Override
        public boolean isStream() {
            return true;
        }
    }

    record Energy(int input) implements Step {
        @Override
        public int stateBytes() {
            return 8;
        }

        @Override
        public int valueCount() {
            return 2;
        }
    }

    record Moments(int input, int droppedBits) implements Step {
        public Moments {
            ParameterRange.requireRange("dropped bits", droppedBits, 0, 7);
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

    /** Looks at the raw samples; its input is the step whose value 0 is the window's level. */
    record SignalQuality(int input, QualityThresholds settings) implements Step {
        public SignalQuality {
            ParameterRange.requireRange("clip level", settings.clipLevelCounts(), 1, 32_768);
            ParameterRange.requireRange("clipped samples", settings.clippedSamples(), 1, 65_535);
            ParameterRange.requireRange("flat range", settings.flatRangeCounts(), 0, 65_535);
            ParameterRange.requireRange("level fraction bits", settings.levelFractionBits(), 0, 30);
            ParameterRange.requireRange("stopped level", settings.stoppedBelowNanoUnits(), 0, Integer.MAX_VALUE);
            ParameterRange.requireRange("stopped speed", settings.stoppedBelowMilliHertz(), 0, 1_000_000);
        }

        @Override
        public int stateBytes() {
            return 16;
        }

        @Override
        public int valueCount() {
            return 1;
        }
    }

    record BaselineAnomaly(int input, BaselineRule settings) implements Step {
        public BaselineAnomaly {
            ParameterRange.requireRange("source value", settings.sourceValue(), 0, 3);
            ParameterRange.requireRange("windows to learn", settings.windowsToLearn(), 4, 64);
            ParameterRange.requireRange("smallest spread", settings.smallestSpread(), 1, 65_535);
            ParameterRange.requireRange("drift", settings.driftQ8(), 0, 32_767);
            ParameterRange.requireRange("score limit", settings.scoreLimitQ8(), 1, 32_767);
            ParameterRange.requireRange("cumulative limit", settings.cumulativeLimitQ8(), 0, 8_388_607);
            ParameterRange.requireRange("unlearnable flags", settings.unlearnableFlags(), 0, 255);
            ParameterRange.requireRange("unjudgeable flags", settings.unjudgeableFlags(), 0, 255);
        }

        @Override
        public int stateBytes() {
            return roundedUpToEight(20 + 4 * settings.windowsToLearn());
        }

        @Override
        public int valueCount() {
            return 2;
        }
    }

    record LogSpectrum(int input, int length, int firstBin) implements Step {
        public LogSpectrum {
            ParameterRange.require(
                    length >= 16 && length <= 2048 && Integer.bitCount(length) == 1,
                    "A spectrum's length is a power of two, 16 … 2048, not",
                    length);
            ParameterRange.requireRange("first bin", firstBin, 0, 7);
        }

        @Override
        public int stateBytes() {
            return 8 + 4 * length;
        }

        @Override
        public int arrayLength(int inputLength) {
            return length / 2;
        }
    }

    record LocalFloor(int input, FloorGrid settings) implements Step {
        public LocalFloor {
            ParameterRange.requireRange("grid step", settings.gridStepOrderQ16(), 1, 1 << 24);
            ParameterRange.requireRange("half width", settings.halfWidthOrderQ16(), 0, 1 << 24);
            ParameterRange.requireRange("limit in orders", settings.limitOrders(), 1, 255);
            ParameterRange.requireRange("minimum half width", settings.minimumHalfWidthBins(), 1, 255);
            ParameterRange.requireRange("limit in millihertz", settings.limitMilliHertz(), 1, Integer.MAX_VALUE);
            ParameterRange.requireRange("points", settings.points(), 2, 255);
        }

        @Override
        public int stateBytes() {
            return roundedUpToEight(24 + 4 * settings.points());
        }
    }

    /** Reads a floor, and through it the floor's spectrum. */
    record LineScore(int input, int slipSteps, int slipStepQ20, List<SpectralLine> lines) implements Step {
        public LineScore {
            lines = List.copyOf(lines);
            ParameterRange.requireRange("slip steps", slipSteps, 0, 100);
            ParameterRange.requireRange("slip step", slipStepQ20, 0, 65_535);
            ParameterRange.requireRange("number of lines", lines.size(), 1, 32);
            for (SpectralLine line : lines) {
                ParameterRange.requireRange("harmonic", line.harmonic(), 1, 127);
                ParameterRange.requireRange("sideband multiple", line.multiple(), -128, 127);
            }
        }

        @Override
        public int stateBytes() {
            return 0;
        }

        @Override
        public int valueCount() {
            return 1;
        }
    }

    record ShaftSpeed() implements Step {
        @Override
        public int input() {
            return 0;
        }

        @Override
        public int stateBytes() {
            return 0;
        }

        @Override
        public int valueCount() {
            return 1;
        }
    }
}
