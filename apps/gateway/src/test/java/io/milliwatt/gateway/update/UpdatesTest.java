package io.milliwatt.gateway.update;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.milliwatt.gateway.TestClock;
import io.milliwatt.gateway.update.ModelUpdate.Phase;
import io.milliwatt.telemetry.Command;
import io.milliwatt.telemetry.MissingFragments;
import io.milliwatt.telemetry.Octets;
import io.milliwatt.telemetry.UpdateReason;
import io.milliwatt.telemetry.UpdateState;
import io.milliwatt.telemetry.UpdateState.Slot;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class UpdatesTest {
    private static final Path BUNDLE = Path.of("../../device-firmware/contract/vectors/bundle-forest-1.0.mwm");
    private static final long NODE = 7;
    private static final int IN_FLIGHT = 4;
    private static final Duration REPEAT = Duration.ofSeconds(15);

    private final UpdatesInMemory store = new UpdatesInMemory();
    private final UpdatingNode node = new UpdatingNode();
    private final List<ModelUpdate> ended = new ArrayList<>();
    private final TestClock clock = new TestClock();
    private Updates updates = updates();
    private byte[] file;
    private StoredBundle bundle;

    @BeforeEach
    void readBundle() throws IOException {
        file = Files.readAllBytes(BUNDLE);
        bundle = StoredBundle.of(file, Instant.EPOCH);
    }

    @Test
    void aBundleReachesTheNodeAndIsConfirmed() {
        start();
        transferAll();
        tells(Slot.STAGED);
        tells(Slot.TRIAL);
        tells(Slot.CONFIRMED);
        assertThat(store.phases())
                .containsExactly(Phase.OFFERED, Phase.TRANSFERRING, Phase.STAGED, Phase.TRIAL, Phase.CONFIRMED);
        assertThat(store.find(1).orElseThrow().received())
                .isEqualTo(node.offers().getFirst().fragments());
        assertThat(node.fragmentsSent())
                .as("each fragment once")
                .isEqualTo(node.offers().getFirst().fragments());
        assertThat(node.mostOnTheirWay()).isEqualTo(IN_FLIGHT);
        assertThat(ended).map(ModelUpdate::phase).containsExactly(Phase.CONFIRMED);
        assertThat(updates.underWay()).isZero();
    }

    @Test
    void anOfferWaitsForTheNodeAndIsRepeatedWhenItSaysNothing() {
        node.listen(false);
        start();
        later(REPEAT);
        assertThat(node.offers()).isEmpty();
        node.listen(true);
        later(Duration.ofMillis(500));
        assertThat(node.offers()).hasSize(1);
        later(REPEAT.minusSeconds(1));
        assertThat(node.offers()).hasSize(1);
        later(Duration.ofSeconds(1));
        assertThat(node.offers()).hasSize(2);
    }

    @Test
    void afterALostConnectionOnlyWhatIsMissingIsSent() {
        start();
        updates.heard(NODE, node.missing());
        node.breakConnection();
        later(REPEAT);
        node.listen(true);
        later(Duration.ofMillis(500));
        transferAll();
        assertThat(node.isComplete()).isTrue();
        assertThat(node.fragmentsSent()).isEqualTo(node.offers().getFirst().fragments());
        assertThat(store.find(1).orElseThrow().received()).isPositive();
    }

    /** A node that keeps asking for the same must not be flooded with it. */
    @Test
    void aRequestRepeatedWithoutProgressIsAnsweredOnlyAfterAPause() {
        start();
        node.loseEverything(true);
        updates.heard(NODE, node.missing());
        node.acknowledgeAll();
        int sent = node.fragmentsSent();
        for (int i = 0; i < 10; i++) {
            updates.heard(NODE, node.missing());
            node.acknowledgeAll();
            if (i == 0) {
                assertThat(node.fragmentsSent()).isEqualTo(sent);
            }
        }
        assertThat(node.fragmentsSent()).isLessThanOrEqualTo(6 * sent);
        node.loseEverything(false);
        later(REPEAT);
        transferAll();
        assertThat(node.isComplete()).isTrue();
    }

    @Test
    void afterARestartOfTheGatewayTheNodeSaysWhereItStands() {
        start();
        updates.heard(NODE, node.missing());
        node.breakConnection();
        updates = updates();
        store.underWay().forEach(update -> updates.resume(update, file));
        node.listen(true);
        later(Duration.ofMillis(500));
        assertThat(node.offers()).hasSize(2);
        assertThat(node.offers().getLast()).isEqualTo(node.offers().getFirst());
        tells(Slot.CONFIRMED);
        assertThat(store.find(1).orElseThrow().phase()).isEqualTo(Phase.CONFIRMED);
    }

    @Test
    void aModelThatFailsOnTheNodeEndsTheUpdateWithItsReason() {
        start();
        transferAll();
        tells(Slot.TRIAL);
        updates.heard(NODE, node.state(Slot.BAD, UpdateReason.TRIAL_NOT_HEALTHY.number()));
        ModelUpdate ended = store.find(1).orElseThrow();
        assertThat(ended.phase()).isEqualTo(Phase.BAD);
        assertThat(UpdateReason.fromNumber(ended.reason())).contains(UpdateReason.TRIAL_NOT_HEALTHY);
        assertThat(updates.underWay()).isZero();
    }

    @Test
    void aWordOnAnotherModelOrFromBeforeTheOfferChangesNothing() {
        node.listen(false);
        start();
        updates.heard(
                NODE,
                new UpdateState(
                        0,
                        Slot.BAD,
                        bundle.identity().modelId(),
                        bundle.identity().modelVersion(),
                        OptionalLong.of(9),
                        OptionalLong.empty()));
        node.listen(true);
        later(Duration.ofMillis(500));
        updates.heard(NODE, new UpdateState(0, Slot.CONFIRMED, 999, 1, OptionalLong.empty(), OptionalLong.empty()));
        assertThat(store.find(1).orElseThrow().phase()).isEqualTo(Phase.OFFERED);
    }

    @Test
    void aCancelledUpdateIsTakenFromTheNodeToo() {
        start();
        updates.heard(NODE, node.missing());
        assertThat(updates.cancel(1)).map(ModelUpdate::phase).contains(Phase.CANCELLED);
        assertThat(node.commands()).containsExactly(new Command(Command.CANCEL_UPDATE, 0));
        int sent = node.fragmentsSent();
        node.acknowledgeAll();
        assertThat(node.fragmentsSent()).isEqualTo(sent);
        assertThat(updates.cancel(1)).map(ModelUpdate::phase).contains(Phase.CANCELLED);
        assertThat(updates.cancel(99)).isEmpty();
    }

    /** After a cancellation that the node did not hear, its own question tells that it still waits. */
    @Test
    void aNodeThatAsksForAnUpdateThatIsNoneIsToldToGiveItUp() {
        updates.heard(NODE, new MissingFragments(55, 10, 0, Octets.of((byte) 1)));
        assertThat(node.commands()).containsExactly(new Command(Command.CANCEL_UPDATE, 0));
    }

    @Test
    void aNodeTakesOneUpdateAtATime() {
        start();
        assertThatThrownBy(this::start)
                .isInstanceOf(UpdateUnderWayException.class)
                .hasMessageContaining("Node 7")
                .hasMessageEndingWith(".");
        updates.cancel(1);
        start();
        assertThat(store.underWay()).hasSize(1);
    }

    @Test
    void whatCouldNotBeStoredIsHeardAgain() {
        start();
        store.fail(true);
        assertThatThrownBy(() -> tells(Slot.CONFIRMED)).hasMessageContaining("away");
        store.fail(false);
        assertThat(updates.underWay()).isEqualTo(1);
        later(REPEAT);
        tells(Slot.CONFIRMED);
        assertThat(store.find(1).orElseThrow().phase()).isEqualTo(Phase.CONFIRMED);
    }

    private ModelUpdate start() {
        return updates.start(NODE, bundle, file, 40, 10);
    }

    private void transferAll() {
        for (int round = 0; round < 100 && !node.isComplete(); round++) {
            updates.heard(NODE, node.missing());
            node.acknowledgeAll();
        }
    }

    private void tells(Slot state) {
        updates.heard(NODE, node.state(state, UpdateReason.NONE.number()));
    }

    private void later(Duration by) {
        clock.advance(by);
        updates.tick();
    }

    private Updates updates() {
        return new Updates(store, node, new TransferPace(REPEAT, IN_FLIGHT), clock, Runnable::run, ended::add);
    }
}
