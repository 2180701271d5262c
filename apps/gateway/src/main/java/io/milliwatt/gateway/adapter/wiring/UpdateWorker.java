package io.milliwatt.gateway.adapter.wiring;

import io.micrometer.core.instrument.MeterRegistry;
import io.milliwatt.gateway.node.NodeDirectory;
import io.milliwatt.gateway.reception.FrameListener;
import io.milliwatt.gateway.reception.ReceivedFrame;
import io.milliwatt.gateway.update.BundleStore;
import io.milliwatt.gateway.update.ModelUpdate;
import io.milliwatt.gateway.update.NodeLink;
import io.milliwatt.gateway.update.StoredBundle;
import io.milliwatt.gateway.update.TransferPace;
import io.milliwatt.gateway.update.UpdateStore;
import io.milliwatt.gateway.update.Updates;
import io.milliwatt.telemetry.MissingFragments;
import io.milliwatt.telemetry.UpdateState;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** The one thread on which updates live: it hears the nodes, keeps time, and serves the operator's wishes. */
@Singleton
public class UpdateWorker implements FrameListener {
    private static final Logger LOG = Logger.getLogger(UpdateWorker.class);
    private static final int TICK_MILLIS = 500;

    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("updates").factory());
    private final NodeDirectory directory;
    private final UpdateStore store;
    private final BundleStore bundles;
    private final Updates updates;
    private final MeterRegistry meters;
    private volatile int underWay;
    private boolean resumed;
    private boolean troubled;

    UpdateWorker(
            NodeDirectory directory,
            UpdateStore store,
            BundleStore bundles,
            NodeLink link,
            MeterRegistry meters,
            Clock clock,
            @ConfigProperty(name = "milliwatt.updates.repeat-offer") Duration repeatOffer,
            @ConfigProperty(name = "milliwatt.updates.fragments-in-flight") int fragmentsInFlight) {
        this.directory = directory;
        this.store = store;
        this.bundles = bundles;
        this.meters = meters;
        updates = new Updates(
                store,
                link,
                new TransferPace(repeatOffer, fragmentsInFlight),
                clock,
                task -> run("arrival", task),
                update -> meters.counter(
                                "milliwatt.gateway.updates.ended",
                                "phase",
                                update.phase().label())
                        .increment());
        meters.gauge("milliwatt.gateway.updates.under.way", this, worker -> worker.underWay);
    }

    @SuppressWarnings("FutureReturnValueIgnored") // ends with the executor
    void start(@Observes StartupEvent event) {
        thread.scheduleWithFixedDelay(
                () -> guarded("tick", this::tick), TICK_MILLIS, TICK_MILLIS, TimeUnit.MILLISECONDS);
    }

    void stop(@Observes ShutdownEvent event) {
        thread.shutdownNow();
    }

    @Override
    public void heard(ReceivedFrame received) {
        long node = received.node().number();
        switch (received.frame().body()) {
            case UpdateState state -> run("update state", () -> ifResumed(() -> updates.heard(node, state)));
            case MissingFragments missing ->
                run("missing fragments", () -> ifResumed(() -> updates.heard(node, missing)));
            default -> {
                // Not about updates.
            }
        }
    }

    /** Starts an update and waits until it is stored; throws what {@link Updates#start} throws. */
    public ModelUpdate start(long node, StoredBundle bundle, byte[] file, int fragmentBytes, int healthyWindows) {
        return call(() -> {
            resume();
            meters.counter("milliwatt.gateway.updates.started").increment();
            return updates.start(node, bundle, file, fragmentBytes, healthyWindows);
        });
    }

    /** Cancels an update; empty when there is none of this number. */
    public Optional<ModelUpdate> cancel(long number) {
        return call(() -> {
            resume();
            return updates.cancel(number);
        });
    }

    private void tick() {
        if (directory.isLoaded()) {
            resume();
            updates.tick();
            underWay = updates.underWay();
        }
    }

    private void resume() {
        if (resumed) {
            return;
        }
        store.underWay()
                .forEach(update ->
                        bundles.file(update.offer().bundleDigest()).ifPresent(file -> updates.resume(update, file)));
        resumed = true;
    }

    /** Before the stored updates were read, a node's word says nothing; it will say it again. */
    private void ifResumed(Runnable task) {
        if (resumed) {
            task.run();
        }
    }

    private <T> T call(Supplier<T> task) {
        try {
            return CompletableFuture.supplyAsync(task, thread).join();
        } catch (CompletionException failure) {
            if (failure.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw failure;
        }
    }

    private void run(String what, Runnable task) {
        try {
            thread.execute(() -> guarded(what, task));
        } catch (RejectedExecutionException stopping) {
            LOG.debugf("The %s came while the gateway stops", what);
        }
    }

    private void guarded(String what, Runnable task) {
        try {
            task.run();
            troubled = false;
        } catch (RuntimeException failure) {
            if (!troubled) {
                LOG.warnf("Updates stand still just now (%s): %s", what, failure.getMessage());
            }
            troubled = true;
        }
    }
}
