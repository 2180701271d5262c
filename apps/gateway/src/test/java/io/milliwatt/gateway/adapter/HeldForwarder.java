package io.milliwatt.gateway.adapter;

import io.milliwatt.gateway.reception.FrameForwarder;
import io.milliwatt.gateway.reception.ReceivedFrame;
import io.milliwatt.gateway.reception.RefusedFrame;
import io.quarkus.test.Mock;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Takes Kafka's place: remembers what it was given, and answers at once unless told to hold its answers. */
@Mock
@Singleton
public class HeldForwarder implements FrameForwarder {
    private final Queue<ReceivedFrame> forwarded = new ConcurrentLinkedQueue<>();
    private final Queue<RefusedFrame> deadLetters = new ConcurrentLinkedQueue<>();
    private final Queue<CompletableFuture<Void>> held = new ConcurrentLinkedQueue<>();
    private volatile boolean holding;

    @Override
    public CompletionStage<Void> forward(ReceivedFrame frame) {
        forwarded.add(frame);
        return answer();
    }

    @Override
    public CompletionStage<Void> deadLetter(RefusedFrame frame) {
        deadLetters.add(frame);
        return answer();
    }

    private CompletionStage<Void> answer() {
        CompletableFuture<Void> done = new CompletableFuture<>();
        if (holding) {
            held.add(done);
        } else {
            done.complete(null);
        }
        return done;
    }

    public void hold() {
        holding = true;
    }

    public void release() {
        holding = false;
        held.forEach(done -> done.complete(null));
        held.clear();
    }

    public void fail() {
        holding = false;
        held.forEach(done -> done.completeExceptionally(new IllegalStateException("the broker is gone")));
        held.clear();
    }

    public List<ReceivedFrame> forwarded(long node) {
        return forwarded.stream().filter(frame -> frame.node().number() == node).toList();
    }

    public List<String> reasons(long node) {
        return deadLetters.stream()
                .filter(letter -> letter.handedInBy().number() == node)
                .map(letter -> letter.refusal().reason())
                .toList();
    }
}
