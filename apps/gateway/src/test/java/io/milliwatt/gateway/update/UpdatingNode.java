package io.milliwatt.gateway.update;

import io.milliwatt.telemetry.Command;
import io.milliwatt.telemetry.FrameBody;
import io.milliwatt.telemetry.MissingFragments;
import io.milliwatt.telemetry.ModelOffer;
import io.milliwatt.telemetry.Octets;
import io.milliwatt.telemetry.UpdateState;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** The node's side of a transfer as frame.md has it, and the link to it. */
final class UpdatingNode implements NodeLink {
    private final BitSet present = new BitSet();
    private final Deque<CompletableFuture<Void>> onTheirWay = new ArrayDeque<>();
    private final List<ModelOffer> offers = new ArrayList<>();
    private final List<Command> commands = new ArrayList<>();
    private boolean listening = true;
    private boolean deaf;
    private int mostOnTheirWay;
    private int fragmentsSent;

    void listen(boolean now) {
        listening = now;
    }

    /** What is sent from now on is lost though the connection stands. */
    void loseEverything(boolean now) {
        deaf = now;
    }

    @Override
    public boolean listens(long node) {
        return listening;
    }

    @Override
    public void send(long node, FrameBody body) {
        switch (body) {
            case ModelOffer offer -> offers.add(offer);
            case Command command -> commands.add(command);
            default -> throw new IllegalStateException("unexpected " + body);
        }
    }

    @Override
    public CompletionStage<Void> sendFragment(long node, ModelOffer offer, byte[] bundle, int index) {
        CompletableFuture<Void> arrival = new CompletableFuture<>();
        fragmentsSent++;
        if (!listening) {
            arrival.completeExceptionally(new IllegalStateException("away"));
            return arrival;
        }
        if (!deaf) {
            present.set(index);
        }
        onTheirWay.add(arrival);
        mostOnTheirWay = Math.max(mostOnTheirWay, onTheirWay.size());
        return arrival;
    }

    /** Acknowledges whatever is on its way, and what follows from it. */
    void acknowledgeAll() {
        while (!onTheirWay.isEmpty()) {
            onTheirWay.removeFirst().complete(null);
        }
    }

    void breakConnection() {
        listening = false;
        while (!onTheirWay.isEmpty()) {
            onTheirWay.removeFirst().completeExceptionally(new IllegalStateException("the connection ended"));
        }
    }

    MissingFragments missing() {
        ModelOffer offer = offers.getLast();
        int first = present.nextClearBit(0);
        byte[] bitmap = new byte[MissingFragments.MAX_BITMAP_BYTES];
        for (int bit = 0; bit < bitmap.length * 8 && first + bit < offer.fragments(); bit++) {
            if (!present.get(first + bit)) {
                bitmap[bit / 8] |= (byte) (1 << bit % 8);
            }
        }
        return new MissingFragments(offer.updateId(), offer.fragments(), first, Octets.of(bitmap));
    }

    boolean isComplete() {
        return present.cardinality() == offers.getLast().fragments();
    }

    UpdateState state(UpdateState.Slot state, long reason) {
        ModelOffer offer = offers.getLast();
        return new UpdateState(
                1, state, offer.modelId(), offer.modelVersion(), OptionalLong.of(reason), OptionalLong.empty());
    }

    List<ModelOffer> offers() {
        return offers;
    }

    List<Command> commands() {
        return commands;
    }

    int mostOnTheirWay() {
        return mostOnTheirWay;
    }

    int fragmentsSent() {
        return fragmentsSent;
    }
}
