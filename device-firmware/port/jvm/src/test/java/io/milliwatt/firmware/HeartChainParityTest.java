package io.milliwatt.firmware;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BOOLEAN;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_SHORT;
import static org.assertj.core.api.Assertions.assertThat;

import io.milliwatt.datasets.RecordingFolder;
import io.milliwatt.dsp.fixedpoint.QrsDesign;
import io.milliwatt.dsp.fixedpoint.QrsDetector;
import io.milliwatt.dsp.fixedpoint.heart.FibrillationMeasure;
import io.milliwatt.dsp.fixedpoint.heart.HeartSignalQuality;
import io.milliwatt.dsp.fixedpoint.heart.PacingSpikes;
import io.milliwatt.dsp.fixedpoint.heart.RhythmSignal;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.util.EnumSet;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** Signal quality and the measure of fibrillation, in Java and in C, second by second. */
class HeartChainParityTest {

    private static final String FOLDER = "ecg/mitdb";

    private static final MethodHandle QUALITY = FirmwareLibrary.function(
            "mw_heart_quality_accept",
            FunctionDescriptor.of(JAVA_BOOLEAN, ADDRESS, ADDRESS, JAVA_SHORT, JAVA_INT, JAVA_INT, JAVA_INT));
    private static final MethodHandle INDEX =
            FirmwareLibrary.function("mw_heart_quality_index", FunctionDescriptor.of(JAVA_INT, ADDRESS));
    private static final MethodHandle WANDER = FirmwareLibrary.function(
            "mw_heart_quality_baseline_wander", FunctionDescriptor.of(JAVA_INT, ADDRESS, ADDRESS));
    private static final MethodHandle NOISE =
            FirmwareLibrary.function("mw_heart_quality_noise", FunctionDescriptor.of(JAVA_INT, ADDRESS, ADDRESS));
    private static final MethodHandle FIBRILLATION = FirmwareLibrary.function(
            "mw_fibrillation_accept", FunctionDescriptor.of(JAVA_BOOLEAN, ADDRESS, ADDRESS, JAVA_SHORT));

    private static final MethodHandle SPIKES = FirmwareLibrary.function(
            "mw_pacing_accept", FunctionDescriptor.of(JAVA_SHORT, ADDRESS, ADDRESS, JAVA_SHORT));

    /** Of {@code struct mw_heart_quality} and {@code struct mw_fibrillation}. */
    private static final long SIGNAL_OFFSET = 135;

    private static final long SINCE_OFFSET = 4;
    private static final long LEAKAGE_OFFSET = 20;
    private static final long SHARE_OFFSET = 22;
    private static final long STANDS_OFFSET = 33;

    private final Set<RhythmSignal.State> states = EnumSet.noneOf(RhythmSignal.State.class);
    private int fibrillating;

    @Test
    void randomSignalsAreJudgedTheSame() throws Throwable {
        for (int seed = 0; seed < 60; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            int rateHz = random.nextInt(100, 1_001);
            compare(signal(random, rateHz, 60), rateHz, random.nextInt(1 << random.nextInt(1, 26)) + 1);
        }
        assertThat(states).hasSize(4);
        assertThat(fibrillating).isPositive();
    }

    /** Ten pieces: beats, noise, a sine, a rail or a flat line. */
    private static short[] signal(SplittableRandom random, int rateHz, int seconds) {
        short[] samples = new short[rateHz * seconds];
        int piece = samples.length / 10;
        int kind = 0;
        double level = 0;
        for (int i = 0; i < samples.length; i++) {
            if (i % piece == 0) {
                kind = i < 3 * piece ? 0 : random.nextInt(5);
                level = Math.pow(2, 6 + 9 * random.nextDouble());
            }
            double time = (double) i / rateHz;
            double value = switch (kind) {
                case 0 -> Math.abs(time % 0.8 - 0.4) < 0.02 ? level : random.nextGaussian();
                case 1 -> level * random.nextGaussian();
                case 2 -> level * Math.sin(2 * Math.PI * 5 * time);
                case 3 -> 32_767;
                default -> 0;
            };
            samples[i] = (short) Math.clamp(Math.round(value), -32_768, 32_767);
        }
        return samples;
    }

    @Test
    void recordsAreJudgedTheSame() throws Throwable {
        var folder = RecordingFolder.find(FOLDER);
        Assumptions.assumeTrue(folder.isPresent(), RecordingFolder.absence(FOLDER));
        for (int number : new int[] {108, 203, 207, 217}) {
            compare(
                    MitBihRecord.read(folder.orElseThrow(), number).samples(),
                    MitBihRecord.RATE_HZ,
                    MitBihRecord.NANO_MILLIVOLT_PER_COUNT);
        }
        assertThat(fibrillating).isPositive();
    }

    private void compare(short[] samples, int rateHz, int nanoMillivoltPerCount) throws Throwable {
        QrsDetector detector = new QrsDetector(QrsDesign.forRate(rateHz), nanoMillivoltPerCount);
        int nanovoltPerCount = Math.max(1, nanoMillivoltPerCount / 1_000);
        HeartSignalQuality quality = new HeartSignalQuality(rateHz, nanovoltPerCount, -32_768, 32_767);
        FibrillationMeasure fibrillation = new FibrillationMeasure(rateHz, nanovoltPerCount);
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment qualityState = arena.allocate(256, 8);
            MemorySegment qualityDesign = arena.allocate(16, 4);
            qualityDesign.setAtIndex(JAVA_SHORT, 0, (short) rateHz);
            qualityDesign.setAtIndex(JAVA_SHORT, 1, (short) (Math.min(65_535, 10_000 / nanovoltPerCount)));
            qualityDesign.setAtIndex(JAVA_SHORT, 2, (short) -32_768);
            qualityDesign.setAtIndex(JAVA_SHORT, 3, (short) 32_767);
            qualityDesign.setAtIndex(JAVA_INT, 2, Math.max(1, detector.smallestHeight()));
            qualityDesign.setAtIndex(JAVA_INT, 3, nanovoltPerCount);
            MemorySegment fibrillationState = arena.allocate(1_024, 8);
            MemorySegment fibrillationDesign = arena.allocate(4, 4);
            fibrillationDesign.setAtIndex(JAVA_SHORT, 0, (short) rateHz);
            fibrillationDesign.setAtIndex(JAVA_SHORT, 1, (short) Math.clamp(100_000 / nanovoltPerCount, 1, 32_767));
            PacingSpikes spikes = new PacingSpikes(rateHz, nanovoltPerCount);
            MemorySegment spikeState = arena.allocate(32, 4);
            MemorySegment spikeDesign = arena.allocate(4, 4);
            spikeDesign.setAtIndex(JAVA_SHORT, 0, (short) rateHz);
            spikeDesign.setAtIndex(JAVA_SHORT, 1, (short) Math.clamp(500_000 / nanovoltPerCount, 1, 65_535));
            for (short raw : samples) {
                short sample = (short) spikes.accept(raw);
                assertThat((short) SPIKES.invokeExact(spikeState, spikeDesign, raw))
                        .isEqualTo(sample);
                detector.accept(sample);
                boolean ended = quality.accept(sample, detector);
                assertThat((boolean) QUALITY.invokeExact(
                                qualityState, qualityDesign, sample, detector.energy(), detector.level(), (int)
                                        detector.beats()))
                        .isEqualTo(ended);
                assertThat(fibrillation.accept(sample)).isEqualTo(ended);
                assertThat((boolean) FIBRILLATION.invokeExact(fibrillationState, fibrillationDesign, sample))
                        .isEqualTo(ended);
                if (ended) {
                    compareQuality(quality, qualityState, qualityDesign);
                    compareFibrillation(fibrillation, fibrillationState);
                }
            }
        }
    }

    private void compareQuality(HeartSignalQuality quality, MemorySegment state, MemorySegment design)
            throws Throwable {
        int expected = switch (quality.state()) {
            case GOOD -> 0;
            case LEARNING -> 1;
            case LEAD_OFF -> 2;
            case CANNOT_TELL -> 3;
        };
        assertThat(state.get(JAVA_BYTE, SIGNAL_OFFSET)).isEqualTo((byte) expected);
        assertThat((int) INDEX.invokeExact(state)).isEqualTo(quality.index());
        assertThat((int) WANDER.invokeExact(state, design)).isEqualTo(quality.baselineWanderMicrovolt());
        assertThat((int) NOISE.invokeExact(state, design)).isEqualTo(quality.noiseMicrovolt());
        states.add(quality.state());
    }

    private void compareFibrillation(FibrillationMeasure fibrillation, MemorySegment state) {
        assertThat(Short.toUnsignedInt(state.get(JAVA_SHORT, LEAKAGE_OFFSET)))
                .isEqualTo(fibrillation.leakagePermille());
        assertThat(Short.toUnsignedInt(state.get(JAVA_SHORT, SHARE_OFFSET))).isEqualTo(fibrillation.sharePermille());
        assertThat(state.get(JAVA_BYTE, STANDS_OFFSET) != 0)
                .isEqualTo(fibrillation.state().stands());
        assertThat(Integer.toUnsignedLong(state.get(JAVA_INT, SINCE_OFFSET)))
                .isEqualTo(fibrillation.state().sinceSample());
        fibrillating += fibrillation.state().stands() ? 1 : 0;
    }
}
