package io.milliwatt.firmware;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.milliwatt.runtime.bundle.Bundle;
import io.milliwatt.runtime.learning.BaselineLearning;
import io.milliwatt.runtime.learning.LearningState;
import io.milliwatt.telemetry.Command;
import io.milliwatt.telemetry.Event;
import io.milliwatt.telemetry.Features;
import io.milliwatt.telemetry.Frame;
import io.milliwatt.telemetry.FrameBody;
import io.milliwatt.telemetry.LearningUpdate;
import io.milliwatt.telemetry.Status;
import io.milliwatt.telemetry.authentication.FrameAuthenticator;
import io.milliwatt.telemetry.authentication.NodeKey;
import io.milliwatt.telemetry.encoding.FrameCodec;
import io.milliwatt.telemetry.encoding.FrameException;
import io.milliwatt.telemetry.learning.LearntBaseline;
import io.milliwatt.telemetry.learning.LearntState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A node that learns its own baseline: from its first window through freezing, restarts and learning anew. */
class LearningNodeTest {

    private static final FrameCodec CODEC = new FrameCodec();
    private static final FrameAuthenticator AUTHENTICATOR = new FrameAuthenticator(NodeKey.of(SmallNode.KEY));
    private static final long GATEWAY_START = 1_792_900_000L;
    private static final int WARMING_UP = 1 << 4;

    /** The recipe's window to settle and four to learn come first: the mask passes them over. */
    private static final int LEARNT = 5 + 17;

    private long commands;

    private static SmallNode kMeans(long boot) {
        return new SmallNode(
                SmallNode.configuration(boot), SmallBundles.learningKMeans().unsigned());
    }

    private static <T extends FrameBody> List<T> bodies(SmallNode small, Class<T> kind) throws FrameException {
        List<T> out = new ArrayList<>();
        for (byte[] frame : small.frames()) {
            FrameBody body = CODEC.decode(frame).body();
            if (kind.isInstance(body)) {
                out.add(kind.cast(body));
            }
        }
        return out;
    }

    private Reception command(SmallNode small, long number) {
        return small.node()
                .receive(
                        CODEC.encode(
                                new Frame(
                                        Frame.CURRENT_VERSION,
                                        new io.milliwatt.telemetry.FrameIdentity(
                                                SmallNode.NODE, GATEWAY_START, ++commands),
                                        Instant.ofEpochMilli(small.now()),
                                        new Command(number, 0)),
                                AUTHENTICATOR),
                        small.now());
    }

    private static LearntBaseline baseline(LearningUpdate update) {
        return switch (LearntState.of(update)) {
            case LearntState.KMeans kMeans -> kMeans.baseline();
            case LearntState.Gaussian gaussian -> gaussian.baseline();
            case LearntState.Unknown unknown -> throw new AssertionError("A state that nobody knows: " + unknown);
        };
    }

    private LearntBaseline told(SmallNode small) throws FrameException {
        assertThat(command(small, Command.SEND_LEARNING_UPDATE)).isEqualTo(Reception.ACCEPTED);
        return baseline(bodies(small, LearningUpdate.class).getLast());
    }

    @Test
    void aNodeJudgesNothingUntilItHasLearntAndThenFindsWhatIsUnlikeItsBaseline() throws FrameException {
        try (SmallNode small = kMeans(1)) {
            small.quiet(LEARNT - 1);
            assertThat(bodies(small, LearningUpdate.class)).isEmpty();
            small.quiet(1);
            List<Features> learning = new ArrayList<>();
            List<LearningUpdate> updates = new ArrayList<>();
            for (byte[] frame : small.frames()) {
                switch (CODEC.decode(frame).body()) {
                    case Features features -> learning.add(features);
                    case LearningUpdate update -> updates.add(update);
                    default -> {}
                }
            }
            assertThat(updates).hasSize(1);
            assertThat(baseline(updates.getFirst()).phase()).isEqualTo(LearntBaseline.Phase.FOLLOWING);
            assertThat(learning)
                    .isNotEmpty()
                    .allMatch(features -> (features.qualityFlags() & WARMING_UP) != 0
                            && features.verdict().isEmpty());
            small.quiet(10);
            assertThat(bodies(small, Features.class))
                    .hasSize(10)
                    .allMatch(features -> (features.qualityFlags() & WARMING_UP) == 0
                            && features.verdict().isPresent());
            assertThat(bodies(small, Event.class)).isEmpty();
            small.loud(3);
            assertThat(bodies(small, Event.class))
                    .singleElement()
                    .satisfies(event -> assertThat(event.eventClass()).isEqualTo(1));
        }
    }

    @Test
    void theStatusSaysThatItLearnsUntilItHas() throws FrameException {
        try (SmallNode small = kMeans(1)) {
            small.quiet(LEARNT - 1);
            small.waitMillis(60_000);
            small.quiet(1);
            assertThat(bodies(small, Status.class)).allMatch(status -> status.has(Status.BASELINE_LEARNING));
            small.quiet(1);
            small.waitMillis(60_000);
            small.quiet(1);
            assertThat(bodies(small, Status.class).getLast().has(Status.BASELINE_LEARNING))
                    .isFalse();
        }
    }

    /** What the node learns is what Java learns from the windows that the node tells. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void theNodeLearnsWhatJavaLearnsFromItsFeatures(boolean kMeans) throws FrameException {
        byte[] file = (kMeans ? SmallBundles.learningKMeans() : SmallBundles.learningGaussian()).unsigned();
        Bundle bundle = Bundle.parse(file);
        BaselineLearning java = bundle.beginLearning().orElseThrow();
        try (SmallNode small = new SmallNode(SmallNode.configuration(1), file)) {
            int judged = 0;
            for (int window = 0; window < 60; window++) {
                if (window % 7 == 3) {
                    small.loud(1);
                } else {
                    small.quiet(1);
                }
                Features features = bodies(small, Features.class).getFirst();
                int[] values =
                        features.values().stream().mapToInt(Math::toIntExact).toArray();
                boolean learnt = java.phase().isLearnt();
                assertThat(features.verdict().isPresent()).isEqualTo(learnt && window >= 5);
                judged += learnt ? 1 : 0;
                // Bit 4 is the recipe's in the first five windows, and the learning's own afterwards.
                java.window(bundle.model().inputMap().apply(values), window < 5 ? WARMING_UP : 0);
                command(small, Command.SEND_LEARNING_UPDATE);
                assertThat(bodies(small, LearningUpdate.class).getLast().state().toByteArray())
                        .isEqualTo(LearningState.write(java));
            }
            assertThat(judged).isGreaterThan(30);
        }
    }

    @Test
    void whatIsLearntSurvivesARestartAtAnyMoment() throws FrameException {
        for (int windows = 0; windows <= LEARNT + 3; windows++) {
            try (SmallNode before = kMeans(1);
                    SmallNode after = kMeans(2)) {
                before.quiet(windows);
                LearntBaseline told = told(before);
                after.node().restore(before.node().snapshot());
                assertThat(told(after)).isEqualTo(told);
            }
        }
    }

    @Test
    void aRestoredBaselineJudgesAtOnce() throws FrameException {
        try (SmallNode before = kMeans(1);
                SmallNode after = kMeans(2)) {
            before.quiet(LEARNT);
            after.node().restore(before.node().snapshot());
            after.quiet(1);
            after.loud(2);
            assertThat(bodies(after, Event.class)).hasSize(1);
        }
    }

    @Test
    void whatAnotherModelHasLearntIsLeftOut() throws FrameException {
        try (SmallNode before = kMeans(1);
                SmallNode after = new SmallNode(
                        SmallNode.configuration(2),
                        SmallBundles.learningGaussian().unsigned())) {
            before.quiet(LEARNT);
            after.node().restore(before.node().snapshot());
            assertThat(told(after).phase()).isEqualTo(LearntBaseline.Phase.SCALE);
        }
        try (SmallNode before = kMeans(1);
                SmallNode after = new SmallNode(SmallNode.configuration(2))) {
            before.quiet(LEARNT);
            after.node().restore(before.node().snapshot());
            after.quiet(1);
            assertThat(bodies(after, Features.class)).isNotEmpty();
        }
        try (SmallNode before = new SmallNode(SmallNode.configuration(1));
                SmallNode after = kMeans(2)) {
            before.quiet(LEARNT);
            after.node().restore(before.node().snapshot());
            assertThat(told(after).phase()).isEqualTo(LearntBaseline.Phase.SCALE);
        }
    }

    @Test
    void aFrozenBaselineStaysAsItIsAndAFreezeMayComeBeforeItIsLearnt() throws FrameException {
        try (SmallNode small = kMeans(1)) {
            small.quiet(LEARNT + 4);
            assertThat(told(small).followed()).isEqualTo(4);
            assertThat(command(small, Command.FREEZE_BASELINE)).isEqualTo(Reception.ACCEPTED);
            LearntBaseline frozen = told(small);
            assertThat(frozen.phase()).isEqualTo(LearntBaseline.Phase.FROZEN);
            small.quiet(10);
            assertThat(told(small)).isEqualTo(frozen);
        }
        try (SmallNode small = kMeans(1)) {
            small.node().freezeBaseline();
            small.quiet(LEARNT);
            small.node().sendLearning();
            assertThat(baseline(bodies(small, LearningUpdate.class).getLast()).phase())
                    .isEqualTo(LearntBaseline.Phase.FROZEN);
        }
    }

    /** After a repair the machine runs differently: what was damage is now how it sounds. */
    @Test
    void learningAnewTakesTheMachineAsItRunsNow() throws FrameException {
        try (SmallNode small = kMeans(1)) {
            small.quiet(LEARNT);
            small.loud(3);
            assertThat(bodies(small, Event.class)).hasSize(1);
            assertThat(command(small, Command.LEARN_BASELINE_ANEW)).isEqualTo(Reception.ACCEPTED);
            small.loud(LEARNT - 1);
            assertThat(bodies(small, Features.class))
                    .allMatch(features -> features.verdict().isEmpty());
            small.loud(4);
            assertThat(bodies(small, Event.class)).extracting(Event::onset).contains(false);
            assertThat(told(small).clusters().getFirst().means().getFirst()).isBetween(900.0, 1100.0);
        }
    }

    @Test
    void aModelWithoutLearningStillLetsTheRecipeLearnAnew() throws FrameException {
        try (SmallNode small = new SmallNode(SmallNode.configuration(1))) {
            small.quiet(6);
            assertThat(bodies(small, Features.class).getLast().qualityFlags() & WARMING_UP)
                    .isZero();
            assertThat(command(small, Command.LEARN_BASELINE_ANEW)).isEqualTo(Reception.ACCEPTED);
            small.quiet(5);
            assertThat(bodies(small, Features.class))
                    .extracting(features -> features.qualityFlags() & WARMING_UP)
                    .containsExactly(16L, 16L, 16L, 16L, 0L);
            assertThat(command(small, Command.FREEZE_BASELINE)).isEqualTo(Reception.KIND_UNKNOWN);
            assertThat(command(small, Command.SEND_LEARNING_UPDATE)).isEqualTo(Reception.KIND_UNKNOWN);
            assertThatThrownBy(() -> small.node().freezeBaseline()).isInstanceOf(FirmwareException.class);
        }
    }
}
