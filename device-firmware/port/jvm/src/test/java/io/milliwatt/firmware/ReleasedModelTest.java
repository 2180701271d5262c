package io.milliwatt.firmware;

import static org.assertj.core.api.Assertions.assertThat;

import io.milliwatt.datasets.RecordingFolder;
import io.milliwatt.datasets.catalogue.CwruDataSet;
import io.milliwatt.datasets.catalogue.CwruRecord;
import io.milliwatt.datasets.catalogue.MachineSignal;
import io.milliwatt.dsp.fixedpoint.FaultOrders;
import io.milliwatt.dsp.fixedpoint.recipe.FeatureVector;
import io.milliwatt.dsp.fixedpoint.recipe.Recipe;
import io.milliwatt.dsp.fixedpoint.recipe.RecipeInterpreter;
import io.milliwatt.dsp.fixedpoint.recipe.SensorConfiguration;
import io.milliwatt.models.ReleasedModels;
import io.milliwatt.runtime.bundle.Bundle;
import io.milliwatt.runtime.decision.EventVotes;
import io.milliwatt.runtime.decision.Judgement;
import io.milliwatt.telemetry.Event;
import io.milliwatt.telemetry.Features;
import io.milliwatt.telemetry.Frame;
import io.milliwatt.telemetry.encoding.FrameCodec;
import io.milliwatt.telemetry.encoding.FrameException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/**
 * The released model on the whole node, C against Java: each window's values, quality, verdict and probability, and each
 * event, must be the same in the node's frames and in the Java chain of recipe, bundle and votes.
 */
class ReleasedModelTest {

    private static final int NANO_G_PER_COUNT = 488_281;

    private static final FaultOrders SKF_6205 = FaultOrders.of(3.5848, 5.4152, 4.7135, 0.39828);
    private static final FrameCodec CODEC = new FrameCodec();

    private final byte[] file = ReleasedModels.newest("vibration").orElseThrow().bundle();
    private final Bundle bundle = Bundle.parse(file);
    private final Recipe recipe = Recipe.parse(bundle.recipe().bytes());

    /** What a window or an event looks like from outside, in the order in which it is told. */
    record Told(String what) {}

    private List<Told> byJava(List<short[]> parts, int milliHertz) {
        RecipeInterpreter interpreter =
                new RecipeInterpreter(recipe, new SensorConfiguration(NANO_G_PER_COUNT, SKF_6205));
        interpreter.setShaftSpeed(milliHertz);
        EventVotes votes = new EventVotes(bundle.decision().voting());
        List<Told> told = new ArrayList<>();
        for (short[] part : parts) {
            interpreter.accept(part, 0, part.length, window -> told.addAll(tell(window, votes)));
        }
        return told;
    }

    private List<Told> tell(FeatureVector window, EventVotes votes) {
        int[] values = new int[window.values().length];
        for (int index = 0; index < values.length; index++) {
            values[index] = window.value(index);
        }
        Optional<Judgement> judgement = bundle.judge(values, window.qualityFlags());
        List<Told> told = new ArrayList<>();
        judgement.ifPresent(each -> votes.count(each)
                .ifPresent(event -> told.add(
                        new Told("event " + event.verdict() + " " + event.onset() + " " + event.probability()))));
        told.add(new Told(IntStream.of(values).boxed().toList() + " " + window.qualityFlags() + " "
                + judgement
                        .map(each -> each.verdict() + " " + each.probability())
                        .orElse("unjudged")));
        return told;
    }

    private List<Told> byTheNode(List<short[]> parts, int milliHertz) throws FrameException {
        NodeConfiguration configuration = NodeConfiguration.vibration(7, 1, new byte[32], NANO_G_PER_COUNT, SKF_6205)
                .withShaftSpeed(milliHertz)
                .withStoreAndIntervals(1 << 20, 1, 0, 1);
        List<Told> told = new ArrayList<>();
        try (NativeNode node = new NativeNode(configuration, file)) {
            long now = 1_793_000_000_000L;
            for (short[] part : parts) {
                now += 1000L * part.length / 12_000;
                node.samples(part, now);
                List<Frame> frames = new ArrayList<>();
                for (Optional<byte[]> frame = node.nextFrame(now); frame.isPresent(); frame = node.nextFrame(now)) {
                    frames.add(CODEC.decode(frame.get()));
                    node.delivered(frame.get());
                }
                frames.sort(java.util.Comparator.comparingLong(Frame::sequence));
                frames.forEach(frame -> seen(frame).ifPresent(told::add));
            }
        }
        return told;
    }

    private static Optional<Told> seen(Frame frame) {
        return switch (frame.body()) {
            case Event event ->
                Optional.of(new Told("event " + event.eventClass() + " " + event.onset() + " " + event.probability()));
            case Features features ->
                Optional.of(new Told(features.values() + " " + features.qualityFlags() + " "
                        + (features.verdict().isEmpty()
                                ? "unjudged"
                                : features.verdict().getAsLong() + " "
                                        + features.probability().getAsLong())));
            default -> Optional.empty();
        };
    }

    /** Returns what both told. */
    private List<Told> assertSame(List<short[]> parts, int milliHertz) throws FrameException {
        List<Told> told = byTheNode(parts, milliHertz);
        assertThat(told).isEqualTo(byJava(parts, milliHertz)).isNotEmpty();
        return told;
    }

    @Test
    void javaAndTheNodeAgreeOnRandomSignals() throws FrameException {
        Random random = new Random(20261126);
        for (int trial = 0; trial < 4; trial++) {
            List<short[]> parts = new ArrayList<>();
            for (int second = 0; second < 30; second++) {
                parts.add(signal(random, second < 20 ? 200 : random.nextInt(1, 20_000)));
            }
            assertSame(parts, trial == 3 ? 0 : random.nextInt(5_000, 60_000));
        }
    }

    private static short[] signal(Random random, int amplitude) {
        short[] samples = new short[12_000];
        int period = random.nextInt(50, 400);
        for (int index = 0; index < samples.length; index++) {
            double impulse = index % period < 12 ? 6 * Math.sin(index % period) : 0;
            samples[index] =
                    (short) Math.clamp(Math.round(amplitude * (random.nextGaussian() + impulse)), -32_768, 32_767);
        }
        return samples;
    }

    @Test
    void javaAndTheNodeAgreeOnEveryCwruWindowAfterALearntBaseline() throws Exception {
        var folder = RecordingFolder.find("vibration/cwru");
        Assumptions.assumeTrue(folder.isPresent(), RecordingFolder.absence("vibration/cwru"));
        CwruDataSet cwru = CwruDataSet.open(folder.orElseThrow());
        MachineSignal healthy = cwru.load(CwruDataSet.records().getFirst(), CwruDataSet.Sensor.DRIVE_END);
        int faultEvents = 0;
        for (CwruRecord record : CwruDataSet.records()) {
            MachineSignal faulty = cwru.load(record, CwruDataSet.Sensor.DRIVE_END);
            List<short[]> parts = new ArrayList<>();
            for (int repeat = 0; repeat < 5; repeat++) {
                parts.add(counts(healthy));
            }
            parts.add(counts(faulty));
            int milliHertz = (int) Math.round(faulty.shaftSpeedRpm() * 1000 / 60);
            List<Told> told = assertSame(parts, milliHertz);
            faultEvents += told.stream().anyMatch(each -> each.what().startsWith("event")) ? 1 : 0;
        }
        assertThat(faultEvents).isGreaterThanOrEqualTo(30);
    }

    private static short[] counts(MachineSignal machine) {
        double[] samples = machine.signal().values();
        short[] counts = new short[samples.length];
        for (int index = 0; index < counts.length; index++) {
            counts[index] = (short) Math.clamp(Math.round(samples[index] * 1e9 / NANO_G_PER_COUNT), -32_768, 32_767);
        }
        return counts;
    }
}
