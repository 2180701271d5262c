package io.milliwatt.platform.ingest;

import io.quarkus.arc.properties.IfBuildProperty;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Function;

/**
 * Stores frames that come one by one. What comes while others are being stored waits and is then stored together, so that
 * many at once cost one transaction and not one each, and never more than one connection to the database.
 */
@ApplicationScoped
@IfBuildProperty(name = "milliwatt.platform.ingest", stringValue = "true")
class UrgentIntake {

    private static final int MOST_AT_ONCE = 500;

    private final Function<List<TelemetryRecord>, FrameIntake.Result> intake;
    private final BlockingQueue<Waiting> queue = new LinkedBlockingQueue<>();
    private final Thread worker =
            Thread.ofPlatform().daemon().name("urgent-intake").unstarted(this::run);

    private record Waiting(TelemetryRecord frame, CompletableFuture<FrameOutcome> outcome) {}

    @Inject
    UrgentIntake(FrameIntake intake) {
        this(intake::take);
    }

    /** @param intake as {@link FrameIntake#take} */
    UrgentIntake(Function<List<TelemetryRecord>, FrameIntake.Result> intake) {
        this.intake = intake;
        worker.start();
    }

    /** Completes once the frame is committed; exceptionally with what {@link FrameIntake#take} throws. */
    CompletableFuture<FrameOutcome> take(TelemetryRecord frame) {
        CompletableFuture<FrameOutcome> outcome = new CompletableFuture<>();
        queue.add(new Waiting(frame, outcome));
        return outcome;
    }

    void stop(@Observes ShutdownEvent event) {
        worker.interrupt();
    }

    private void run() {
        List<Waiting> batch = new ArrayList<>();
        try {
            while (true) {
                batch.add(queue.take());
                queue.drainTo(batch, MOST_AT_ONCE - 1);
                store(batch);
                batch.clear();
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    private void store(List<Waiting> batch) {
        try {
            List<FrameOutcome> outcomes =
                    intake.apply(batch.stream().map(Waiting::frame).toList()).outcomes();
            for (int i = 0; i < batch.size(); i++) {
                batch.get(i).outcome().complete(outcomes.get(i));
            }
        } catch (RuntimeException failure) {
            batch.forEach(waiting -> waiting.outcome().completeExceptionally(failure));
        }
    }
}
