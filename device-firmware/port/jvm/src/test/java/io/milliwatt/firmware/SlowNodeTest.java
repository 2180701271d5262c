package io.milliwatt.firmware;

import static org.assertj.core.api.Assertions.assertThat;

import io.milliwatt.dsp.fixedpoint.FaultOrders;
import io.milliwatt.dsp.fixedpoint.PlausibilityRule;
import io.milliwatt.dsp.fixedpoint.recipe.Output;
import io.milliwatt.dsp.fixedpoint.recipe.ReadingStep;
import io.milliwatt.dsp.fixedpoint.recipe.Recipe;
import io.milliwatt.dsp.fixedpoint.recipe.SampleClock;
import io.milliwatt.dsp.fixedpoint.recipe.SampleUnit;
import io.milliwatt.runtime.bundle.BundleIdentity;
import io.milliwatt.runtime.bundle.BundleWriter;
import io.milliwatt.runtime.bundle.Label;
import io.milliwatt.runtime.bundle.RecipeSection;
import io.milliwatt.runtime.bundle.SelfTestVector;
import io.milliwatt.runtime.decision.Decision;
import io.milliwatt.runtime.decision.VerdictRule;
import io.milliwatt.runtime.decision.Voting;
import io.milliwatt.runtime.model.CentroidModel;
import io.milliwatt.runtime.model.InputMap;
import io.milliwatt.runtime.model.Model;
import io.milliwatt.runtime.model.ModelSection;
import io.milliwatt.runtime.model.ProbabilityScale;
import io.milliwatt.telemetry.Features;
import io.milliwatt.telemetry.encoding.FrameCodec;
import io.milliwatt.telemetry.encoding.FrameException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A node whose sensor is read every quarter of an hour: one reading at a time, a feature frame every hour. */
class SlowNodeTest {

    private static final int QUARTER_OF_AN_HOUR_MILLIS = 900_000;
    private static final int READINGS_PER_HOUR = 4;
    private static final int UNIT_WATER = SampleUnit.TENTH_OF_A_PERCENT_BY_VOLUME.code();
    private static final int DOMAIN_IRRIGATION = 3;

    @Test
    void aReadingAQuarterOfAnHourMakesAFrameAnHour() throws FrameException {
        NodeConfiguration vibration = NodeConfiguration.vibration(7, 1, new byte[32], 1_000_000_000, FaultOrders.NONE)
                .withStoreAndIntervals(1 << 14, 1, 0, 1);
        NodeConfiguration configuration = new NodeConfiguration(
                7,
                1,
                new byte[32],
                new NodeConfiguration.Sensor(DOMAIN_IRRIGATION, UNIT_WATER, 1_000_000_000, FaultOrders.NONE, 0),
                vibration.reporting(),
                vibration.dutyCycle(),
                vibration.bundleSigner());
        long now = 1_793_000_000_000L;
        List<Features> features = new ArrayList<>();
        try (NativeNode node = new NativeNode(configuration, bundle())) {
            for (int reading = 0; reading < 48 * READINGS_PER_HOUR; reading++) {
                now += QUARTER_OF_AN_HOUR_MILLIS;
                node.samples(new short[] {(short) (300 - reading)}, now);
                for (Optional<byte[]> frame = node.nextFrame(now); frame.isPresent(); frame = node.nextFrame(now)) {
                    if (new FrameCodec().decode(frame.orElseThrow()).body() instanceof Features body) {
                        features.add(body);
                    }
                    node.delivered(frame.orElseThrow());
                }
            }
            assertThat(features).hasSize(48);
            // The newest reading, of which the median's middle is two older, and 0.4 % an hour in sixteenths of 0.1 %.
            assertThat(features.getLast().values()).containsExactly(300L - 48 * READINGS_PER_HOUR + 2 + 1, -4L * 16);
            assertThat(features.getLast().qualityFlags()).isZero();
        }
    }

    private static Recipe recipe() {
        return new Recipe(
                8,
                1,
                SampleUnit.TENTH_OF_A_PERCENT_BY_VOLUME,
                0,
                SampleClock.ofPeriodMillis(QUARTER_OF_AN_HOUR_MILLIS),
                READINGS_PER_HOUR,
                List.of(
                        new ReadingStep.Plausibility(0, new PlausibilityRule(0, 600, 80, 2, 96, 2)),
                        new ReadingStep.MovingMedian(1, 5),
                        new ReadingStep.Level(2),
                        new ReadingStep.WindowSlope(3, 0, 6, 4)),
                List.of(
                        new Output("water", "% by volume", 10, 3, 0, false, 1, 0),
                        new Output("trend", "% by volume", 160, 4, 0, false, 1, 0)));
    }

    private static byte[] bundle() {
        Recipe recipe = recipe();
        Model model = new CentroidModel(8, 8, new int[] {0, 64}, new short[][] {{0, 900}, {0, 300}, {0, 150}});
        short[] vector = {250, -16};
        Decision decision =
                new Decision(new VerdictRule.HighestScore(), new Voting(2, 3, 0), 0, 0, List.of(0, 1, 2, 3, 3));
        return new BundleWriter(
                        new BundleIdentity(8, 1, 7, 2, 0, recipe.stateBytes(), 0),
                        new ModelSection(
                                new ProbabilityScale(900),
                                new InputMap(List.of(new InputMap.Source(0, 0), new InputMap.Source(1, 0))),
                                model),
                        new RecipeSection(recipe.toBytes()),
                        List.of(new Label(0, "wet"), new Label(1, "drying"), new Label(2, "dry")),
                        decision,
                        List.of(new SelfTestVector(vector, model.score(vector))),
                        Optional.empty())
                .unsigned();
    }
}
