package io.milliwatt.firmware;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.milliwatt.dsp.fixedpoint.FaultOrders;
import io.milliwatt.dsp.fixedpoint.QualityThresholds;
import io.milliwatt.dsp.fixedpoint.recipe.Output;
import io.milliwatt.dsp.fixedpoint.recipe.Recipe;
import io.milliwatt.dsp.fixedpoint.recipe.RecipeInterpreter;
import io.milliwatt.dsp.fixedpoint.recipe.SampleUnit;
import io.milliwatt.dsp.fixedpoint.recipe.SensorConfiguration;
import io.milliwatt.dsp.fixedpoint.recipe.SpectrumStep;
import io.milliwatt.dsp.fixedpoint.recipe.Step;
import io.milliwatt.runtime.bundle.Bundle;
import io.milliwatt.runtime.bundle.BundleIdentity;
import io.milliwatt.runtime.bundle.BundleWriter;
import io.milliwatt.runtime.bundle.Label;
import io.milliwatt.runtime.bundle.RecipeSection;
import io.milliwatt.runtime.bundle.SelfTestVector;
import io.milliwatt.runtime.decision.Decision;
import io.milliwatt.runtime.decision.Judgement;
import io.milliwatt.runtime.decision.VerdictRule;
import io.milliwatt.runtime.decision.Voting;
import io.milliwatt.runtime.model.ModelSection;
import io.milliwatt.runtime.model.NetworkModel;
import io.milliwatt.runtime.model.ProbabilityScale;
import io.milliwatt.runtime.model.RecipeArray;
import io.milliwatt.runtime.model.network.Convolution;
import io.milliwatt.runtime.model.network.Dense;
import io.milliwatt.runtime.model.network.InputQuantization;
import io.milliwatt.runtime.model.network.Network;
import io.milliwatt.runtime.model.network.Rescaling;
import io.milliwatt.runtime.model.network.Sliding;
import io.milliwatt.runtime.model.network.TensorShape;
import io.milliwatt.runtime.model.network.WeightedSums;
import io.milliwatt.telemetry.Features;
import io.milliwatt.telemetry.Frame;
import io.milliwatt.telemetry.encoding.FrameCodec;
import io.milliwatt.telemetry.encoding.FrameException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A convolution over the last four windows' band spectra: node and Java judge each window alike. */
class ArrayNetworkTest {

    private static final int WINDOW = 100;
    private static final int WINDOWS = 300;
    private static final int BANDS = 4;
    private static final int HISTORY = 5;

    private static Recipe recipe() {
        return new Recipe(
                9,
                1,
                SampleUnit.STANDARD_GRAVITY,
                1,
                1_000_000,
                WINDOW,
                List.of(
                        new Step.Moments(0, 0),
                        new Step.SignalQuality(1, new QualityThresholds(32_760, 3, 2, 8, 0, 0)),
                        new SpectrumStep.PowerSpectrum(0, 32, 16, true, List.of(32_768)),
                        new SpectrumStep.LogBands(
                                3, false, IntStream.rangeClosed(1, 9).boxed().toList()),
                        new SpectrumStep.History(BANDS, 4)),
                List.of(new Output("rms", "counts", 1, 1, 0, false, 1, 8)));
    }

    private static byte[] bundle(int step, Random random) {
        Rescaling rescaling = Rescaling.uniform(1 << 30, -8, 0, -128, 127);
        Network network = new Network(
                new TensorShape(4, 8),
                false,
                InputQuantization.uniform(InputQuantization.Entry.nearest(1.0 / 96, -60)),
                List.of(
                        new Convolution(
                                WeightedSums.of(new int[6], rows(6, 16, random), rescaling), Sliding.valid(2, 1)),
                        new Dense(WeightedSums.of(new int[3], rows(3, 18, random), rescaling))));
        NetworkModel model = new NetworkModel(network);
        short[] inputs = new short[32];
        return new BundleWriter(
                        new BundleIdentity(9, 1, 7, 2, 0, recipe().stateBytes(), network.scratchBytes()),
                        new ModelSection(new ProbabilityScale(3000), new RecipeArray(step, 0), model),
                        new RecipeSection(recipe().toBytes()),
                        List.of(new Label(0, "a"), new Label(2, "b"), new Label(3, "c")),
                        new Decision(
                                new VerdictRule.HighestScore(), new Voting(2, 3, 0), 0, 100, List.of(0, 1, 2, 3, 3)),
                        List.of(new SelfTestVector(inputs, model.score(inputs))))
                .unsigned();
    }

    private static byte[][] rows(int channels, int length, Random random) {
        byte[][] rows = new byte[channels][length];
        for (byte[] row : rows) {
            random.nextBytes(row);
        }
        return rows;
    }

    @Test
    void aNodeJudgesTheHistoryOfSpectraAsJavaDoes() throws FrameException {
        Random random = new Random(20261127);
        byte[] file = bundle(HISTORY, random);
        Bundle parsed = Bundle.parse(file);
        RecipeInterpreter interpreter =
                new RecipeInterpreter(recipe(), new SensorConfiguration(1_000_000, FaultOrders.NONE));
        List<Judgement> expected = new ArrayList<>();
        List<Features> found = new ArrayList<>();
        try (NativeNode node = new NativeNode(SmallNode.configuration(1), file)) {
            long now = 1_793_000_000_000L;
            for (int window = 0; window < WINDOWS; window++) {
                short[] samples = samples(random, window);
                interpreter.accept(
                        samples,
                        0,
                        WINDOW,
                        vector -> expected.add(
                                parsed.judge(new int[0], 0, interpreter::array).orElseThrow()));
                now += 100;
                node.samples(samples, now);
                found.addAll(featuresOf(node, now));
            }
        }
        assertThat(found).hasSize(WINDOWS);
        Set<Integer> verdicts = new HashSet<>();
        for (int window = 0; window < WINDOWS; window++) {
            Judgement judgement = expected.get(window);
            assertThat(found.get(window).verdict()).hasValue(judgement.verdict());
            assertThat(found.get(window).probability()).hasValue(judgement.probability());
            verdicts.add(judgement.verdict());
        }
        // Were all verdicts the same, agreement would mean little.
        assertThat(verdicts).hasSizeGreaterThan(1);
    }

    private static List<Features> featuresOf(NativeNode node, long now) throws FrameException {
        List<Features> found = new ArrayList<>();
        for (Optional<byte[]> each = node.nextFrame(now); each.isPresent(); each = node.nextFrame(now)) {
            Frame frame = new FrameCodec().decode(each.orElseThrow());
            node.delivered(frame.boot(), frame.sequence());
            if (frame.body() instanceof Features features) {
                found.add(features);
            }
        }
        return found;
    }

    private static short[] samples(Random random, int window) {
        short[] samples = new short[WINDOW];
        double frequency = 0.1 * (1 + window / 10 % 25);
        for (int index = 0; index < samples.length; index++) {
            samples[index] = (short) (3000 * Math.sin(frequency * index) + 200 * random.nextGaussian());
        }
        return samples;
    }

    @Test
    void aNodeRefusesANetworkWhoseArrayHasAnotherLength() {
        byte[] file = bundle(BANDS, new Random(1));
        assertThatThrownBy(() -> new NativeNode(SmallNode.configuration(1), file))
                .isInstanceOf(FirmwareException.class)
                .hasMessageContaining("recipe");
    }
}
