package io.milliwatt.gateway.adapter.db;

import io.milliwatt.gateway.adapter.wiring.GatewayBoot;
import io.milliwatt.gateway.node.NodeDirectory;
import io.milliwatt.gateway.reception.NodeActivity;
import io.milliwatt.gateway.reception.ProbeDepths;
import io.milliwatt.gateway.reception.SequenceMemory;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.flywaydb.core.Flyway;
import org.jboss.logging.Logger;

/**
 * Opens the registry in the background, as often as it takes, and from then on keeps memory and database together: every
 * few seconds it takes over what changed in the table of nodes, and writes windows, depths and tallies back. Frames never wait for
 * it; while the database is away the gateway works on with what it knows.
 */
@Singleton
public class Registry {
    private static final Logger LOG = Logger.getLogger(Registry.class);
    private static final int RETRY_SECONDS = 1;
    private static final int REFRESH_SECONDS = 5;

    private final Flyway flyway;
    private final RegistryTable nodes;
    private final WindowTable windows;
    private final DepthTable depthTable;
    private final ActivityTable activityTable;
    private final GatewayStart starts;
    private final GatewayBoot boot;
    private final NodeDirectory directory;
    private final SequenceMemory memory;
    private final ProbeDepths probeDepths;
    private final NodeActivity activity;
    private final Clock clock;
    private final ScheduledExecutorService worker = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("registry").factory());
    private volatile Optional<String> trouble = Optional.of("The registry has not been opened yet.");

    Registry(
            Flyway flyway,
            RegistryTable nodes,
            WindowTable windows,
            DepthTable depthTable,
            ActivityTable activityTable,
            GatewayStart starts,
            GatewayBoot boot,
            NodeDirectory directory,
            SequenceMemory memory,
            ProbeDepths probeDepths,
            NodeActivity activity,
            Clock clock) {
        this.flyway = flyway;
        this.nodes = nodes;
        this.windows = windows;
        this.depthTable = depthTable;
        this.activityTable = activityTable;
        this.starts = starts;
        this.boot = boot;
        this.directory = directory;
        this.memory = memory;
        this.probeDepths = probeDepths;
        this.activity = activity;
        this.clock = clock;
    }

    /** What is wrong with the database just now, in a sentence; empty when all is well. */
    public Optional<String> trouble() {
        return trouble;
    }

    void start(@Observes StartupEvent event) {
        worker.execute(this::open);
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        worker.shutdown();
        if (directory.isLoaded() && worker.awaitTermination(2, TimeUnit.SECONDS)) {
            refresh();
        }
    }

    @SuppressWarnings("FutureReturnValueIgnored") // ends with the executor
    private void open() {
        try {
            flyway.migrate();
            boot.set(starts.next(clock.instant()));
            memory.load(windows);
            probeDepths.load(depthTable);
            activity.restore(activityTable.all());
            directory.replaceAll(nodes.all());
            recovered();
            LOG.infof("The registry is open: %d nodes.", directory.all().size());
            worker.scheduleWithFixedDelay(this::refresh, REFRESH_SECONDS, REFRESH_SECONDS, TimeUnit.SECONDS);
        } catch (RuntimeException failure) {
            failed(failure);
            worker.schedule(this::open, RETRY_SECONDS, TimeUnit.SECONDS);
        }
    }

    private void refresh() {
        try {
            directory.replaceAll(nodes.all());
            memory.writeBack(windows);
            probeDepths.writeBack(depthTable);
            activityTable.store(activity.takeChanges());
            recovered();
        } catch (RuntimeException failure) {
            failed(failure);
        }
    }

    private void recovered() {
        if (trouble.isPresent() && directory.isLoaded()) {
            LOG.info("The registry is in order again.");
        }
        trouble = Optional.empty();
    }

    private void failed(RuntimeException failure) {
        if (trouble.isEmpty()) {
            LOG.warnf(
                    "The registry cannot be read or written; the gateway works on with the nodes it knows. %s",
                    failure.getMessage());
        }
        String cause = Optional.ofNullable(failure.getMessage()).orElse("no reason given");
        trouble = Optional.of("The registry cannot be read or written: " + firstLine(cause));
    }

    private static String firstLine(String text) {
        return text.lines().findFirst().orElse("");
    }
}
