package io.milliwatt.gateway.update;

import io.milliwatt.gateway.update.ModelUpdate.Phase;
import io.milliwatt.telemetry.Command;
import io.milliwatt.telemetry.MissingFragments;
import io.milliwatt.telemetry.ModelOffer;
import io.milliwatt.telemetry.UpdateReason;
import io.milliwatt.telemetry.UpdateState;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/**
 * Brings bundles to nodes. The offer goes out while the node listens; the node answers with what it lacks, or with its
 * state; what it lacks is sent, then the offer again, until the node says how it ended. Nothing depends on this object's
 * memory: after a restart the offer is repeated, and the node tells where it stands. Not for use by several threads at once.
 */
public final class Updates {
    private final UpdateStore store;
    private final NodeLink link;
    private final TransferPace pace;
    private final Clock clock;
    private final Executor thread;
    private final Consumer<ModelUpdate> ended;
    private final Map<Long, Transfer> byNode = new HashMap<>();

    /**
     * Nothing is under way until {@link #resume}.
     *
     * @param thread the one that makes all calls; the link's answers are brought back onto it
     * @param ended told of each update that has come to its end
     */
    public Updates(
            UpdateStore store,
            NodeLink link,
            TransferPace pace,
            Clock clock,
            Executor thread,
            Consumer<ModelUpdate> ended) {
        this.store = store;
        this.link = link;
        this.pace = pace;
        this.clock = clock;
        this.thread = thread;
        this.ended = ended;
    }

    public int underWay() {
        return byNode.size();
    }

    /** Takes up an update that the store has, after a restart. */
    public void resume(ModelUpdate update, byte[] bundle) {
        byNode.put(update.node(), new Transfer(update, bundle));
    }

    /**
     * Starts an update; the offer goes out as soon as the node listens.
     *
     * @throws UpdateUnderWayException when the node has one already
     */
    public ModelUpdate start(long node, StoredBundle bundle, byte[] file, int fragmentBytes, int healthyWindows) {
        ModelOffer offer = new ModelOffer(
                store.nextNumber(),
                bundle.identity().modelId(),
                bundle.identity().modelVersion(),
                bundle.bytes(),
                bundle.digest(),
                fragmentBytes,
                healthyWindows);
        ModelUpdate update = ModelUpdate.offered(node, offer, clock.instant());
        if (!store.add(update)) {
            throw new UpdateUnderWayException(node);
        }
        resume(update, file);
        goOn(byNode.get(node));
        return update;
    }

    /** Ends an update, also towards the node; one that has ended stays as it is. Empty when there is none of this number. */
    public Optional<ModelUpdate> cancel(long number) {
        Optional<Transfer> transfer = byNode.values().stream()
                .filter(candidate -> candidate.update().number() == number)
                .findFirst();
        if (transfer.isEmpty()) {
            return store.find(number);
        }
        ModelUpdate cancelled =
                transfer.get().update().in(Phase.CANCELLED, UpdateReason.CANCELLED.number(), clock.instant());
        tellCancelled(cancelled.node());
        enter(transfer.get(), cancelled);
        return Optional.of(cancelled);
    }

    /** The node's word on an update. It names the model, not the update, so it counts only after this offer went out. */
    public void heard(long node, UpdateState state) {
        Transfer transfer = byNode.get(node);
        if (transfer == null || !transfer.wasOffered() || !speaksOf(state, transfer)) {
            return;
        }
        transfer.spoke(clock.instant());
        enter(transfer, after(state, transfer.update()));
    }

    private static boolean speaksOf(UpdateState state, Transfer transfer) {
        ModelOffer offer = transfer.update().offer();
        return state.modelId() == offer.modelId() && state.modelVersion() == offer.modelVersion();
    }

    private ModelUpdate after(UpdateState state, ModelUpdate update) {
        long reason = state.reason().orElse(UpdateReason.NONE.number());
        Instant now = clock.instant();
        return switch (state.state()) {
            case EMPTY -> {
                if (reason == UpdateReason.CANCELLED.number()) {
                    yield update.in(Phase.CANCELLED, reason, now);
                }
                yield reason == UpdateReason.NONE.number()
                        ? update.transferring(
                                (int) Math.min(state.blocksReceived().orElse(0), Integer.MAX_VALUE), now)
                        : update.in(Phase.BAD, reason, now);
            }
            case STAGED -> update.in(Phase.STAGED, reason, now);
            case TRIAL -> update.in(Phase.TRIAL, reason, now);
            case CONFIRMED -> update.in(Phase.CONFIRMED, reason, now);
            case BAD -> update.in(Phase.BAD, reason, now);
        };
    }

    /** The node asks for fragments. One that asks for an update that is none is told to give it up. */
    public void heard(long node, MissingFragments missing) {
        Transfer transfer = byNode.get(node);
        if (transfer == null || transfer.update().number() != missing.updateId()) {
            tellCancelled(node);
            return;
        }
        transfer.spoke(clock.instant());
        boolean anew = transfer.ask(missing);
        enter(transfer, transfer.update().transferring(Transfer.received(missing), clock.instant()));
        if (anew) {
            pump(transfer, transfer.round());
        }
    }

    /** Repeats offers to nodes that are silent; to be called about once a second. */
    public void tick() {
        List.copyOf(byNode.values()).forEach(this::goOn);
    }

    private void goOn(Transfer transfer) {
        if (!link.listens(transfer.update().node())) {
            transfer.startOver();
            return;
        }
        Instant now = clock.instant();
        if (transfer.isSilentSince(now.minus(pace.patience(transfer.update().phase())))) {
            transfer.startOver();
            offer(transfer);
        }
    }

    private void offer(Transfer transfer) {
        transfer.offered(clock.instant());
        link.send(transfer.update().node(), transfer.update().offer());
    }

    private void pump(Transfer transfer, Transfer.Round round) {
        ModelUpdate update = transfer.update();
        Optional<Integer> next = round.take(pace.fragmentsInFlight());
        while (next.isPresent()) {
            link.sendFragment(update.node(), update.offer(), transfer.bundle(), next.get())
                    .whenCompleteAsync((nothing, failure) -> arrived(transfer, round, failure == null), thread);
            next = round.take(pace.fragmentsInFlight());
        }
    }

    private void arrived(Transfer transfer, Transfer.Round round, boolean success) {
        if (transfer.round() != round || byNode.get(transfer.update().node()) != transfer) {
            return;
        }
        if (!success) {
            transfer.startOver();
            return;
        }
        round.arrived();
        transfer.spoke(clock.instant());
        if (round.isIdle()) {
            offer(transfer);
        } else {
            pump(transfer, round);
        }
    }

    private void enter(Transfer transfer, ModelUpdate update) {
        // The store first: if it fails, the offer is repeated, and the node says again what could not be kept.
        store.keep(update);
        transfer.become(update);
        if (update.phase().isEnd()) {
            byNode.remove(update.node(), transfer);
            ended.accept(update);
        }
    }

    private void tellCancelled(long node) {
        link.send(node, new Command(Command.CANCEL_UPDATE, 0));
    }
}
