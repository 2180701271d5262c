package io.milliwatt.firmware;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.milliwatt.telemetry.Frame;
import io.milliwatt.telemetry.SensorVitals;
import io.milliwatt.telemetry.WaveformBlock;
import io.milliwatt.telemetry.encoding.FrameCodec;
import io.milliwatt.telemetry.encoding.FrameException;
import io.milliwatt.telemetry.encoding.WaveformCodec;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Continuous waveforms of two channels, and what further sensors measure; on a node of 1 kHz. */
class StreamingNodeTest {

    private static final int SECONDS = 12;
    private static final int RATE_HZ = 1_000;
    private static final int LATEST_MILLIS = 30;
    private static final long START_MILLIS = 1_793_000_000_000L;
    private static final NodeConfiguration TWO_CHANNELS =
            SmallNode.configuration(1).withHeartWatch(HeartWatch.ONE_LEAD.withStreamedChannels(2));

    @Test
    void bothChannelsComeBackCompleteInBlocksOfASecondHoweverLateTheyAreGiven() throws FrameException {
        Random random = new Random(3);
        short[] first = signal(random);
        short[] second = signal(random);
        try (NativeNode node =
                new NativeNode(TWO_CHANNELS, SmallBundles.raceLines().unsigned())) {
            for (int at = 0; at < first.length; ) {
                int end = Math.min(first.length, at + random.nextInt(1, 60));
                long late = random.nextInt(LATEST_MILLIS);
                node.samples(Arrays.copyOfRange(first, at, end), START_MILLIS + end - 1 + late);
                node.secondLead(Arrays.copyOfRange(second, at, end));
                at = end;
            }
            List<WaveformBlock> blocks = blocks(node);
            checkBlocks(blocks.stream().filter(block -> block.channel() == 0).toList(), first);
            checkBlocks(blocks.stream().filter(block -> block.channel() == 1).toList(), second);
            assertThat(blocks).hasSize(2 * SECONDS);
        }
    }

    private static void checkBlocks(List<WaveformBlock> blocks, short[] signal) throws FrameException {
        for (int index = 0; index < blocks.size(); index++) {
            WaveformBlock block = blocks.get(index);
            assertThat(block.isStreaming()).isTrue();
            assertThat(block.blockIndex()).isEqualTo(index);
            assertThat(WaveformCodec.decode(block))
                    .isEqualTo(Arrays.copyOfRange(signal, index * RATE_HZ, (index + 1) * RATE_HZ));
            long millis = block.startTime().toEpochMilli() - START_MILLIS - 1_000L * index;
            assertThat(millis).as("how late block %d says it began", index).isBetween(0L, (long) LATEST_MILLIS);
            if (index > 0) {
                Duration apart = Duration.between(blocks.get(index - 1).startTime(), block.startTime());
                assertThat(apart.toMillis()).as("from block to block").isBetween(998L, 1_002L);
            }
        }
    }

    private static short[] signal(Random random) {
        short[] signal = new short[SECONDS * RATE_HZ];
        for (int i = 0; i < signal.length; i++) {
            signal[i] = (short) (random.nextGaussian() * 300);
        }
        return signal;
    }

    private static List<WaveformBlock> blocks(NativeNode node) throws FrameException {
        List<WaveformBlock> blocks = new ArrayList<>();
        for (Frame frame : frames(node)) {
            if (frame.body() instanceof WaveformBlock block) {
                blocks.add(block);
            }
        }
        return blocks;
    }

    private static List<Frame> frames(NativeNode node) throws FrameException {
        List<Frame> frames = new ArrayList<>();
        long now = START_MILLIS + 1_000L * SECONDS;
        for (Optional<byte[]> frame = node.nextFrame(now); frame.isPresent(); frame = node.nextFrame(now)) {
            frames.add(new FrameCodec().decode(frame.get()));
        }
        return frames;
    }

    @Test
    void aSecondLeadIsRefusedWhereOnlyOneIsStreamedAndBeyondTheFirst() {
        NodeConfiguration one = TWO_CHANNELS.withHeartWatch(HeartWatch.ONE_LEAD);
        try (NativeNode node = new NativeNode(one, SmallBundles.raceLines().unsigned())) {
            node.samples(new short[10], START_MILLIS);
            assertThatExceptionOfType(FirmwareException.class).isThrownBy(() -> node.secondLead(new short[10]));
        }
        try (NativeNode node =
                new NativeNode(TWO_CHANNELS, SmallBundles.raceLines().unsigned())) {
            node.samples(new short[10], START_MILLIS);
            assertThatExceptionOfType(FirmwareException.class).isThrownBy(() -> node.secondLead(new short[11]));
        }
    }

    @Test
    void whatFurtherSensorsMeasureIsToldAndWhatTheyDoNotIsLeftOut() throws FrameException {
        OptionalInt none = OptionalInt.empty();
        SensorReadings readings = new SensorReadings(
                START_MILLIS,
                OptionalInt.of(967),
                OptionalInt.of(-40),
                none,
                OptionalInt.of(65_535),
                OptionalInt.of(3),
                none,
                OptionalInt.of(1));
        try (NativeNode node =
                new NativeNode(TWO_CHANNELS, SmallBundles.raceLines().unsigned())) {
            node.sensorReadings(readings);
            SensorVitals vitals = (SensorVitals) frames(node).getFirst().body();
            assertThat(vitals.time().toEpochMilli()).isEqualTo(START_MILLIS);
            assertThat(vitals.oxygenSaturationPermille()).hasValue(967);
            assertThat(vitals.temperatureCentidegrees()).hasValue(-40);
            assertThat(vitals.systolicMillimetresOfMercury()).isEmpty();
            assertThat(vitals.diastolicMillimetresOfMercury()).hasValue(65_535);
            assertThat(vitals.consciousness()).contains(SensorVitals.Consciousness.RESPONDS_TO_PAIN);
            assertThat(vitals.respirationRateTenthsPerMinute()).isEmpty();
            assertThat(vitals.supplementalOxygen()).contains(true);
            SensorReadings impossible =
                    new SensorReadings(START_MILLIS, OptionalInt.of(1_001), none, none, none, none, none, none);
            assertThatExceptionOfType(FirmwareException.class).isThrownBy(() -> node.sensorReadings(impossible));
        }
    }
}
