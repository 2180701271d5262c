package io.milliwatt.platform.live;

import io.milliwatt.platform.ingest.IngestStatus;
import io.quarkus.arc.properties.IfBuildProperty;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Tells open pages every two seconds that the link lives, and how the server is doing. */
@ApplicationScoped
@IfBuildProperty(name = "milliwatt.platform.live", stringValue = "true")
class Heartbeat {

    private final LiveHub hub;
    private final IngestStatus status;
    private final String version;

    Heartbeat(LiveHub hub, IngestStatus status, @ConfigProperty(name = "quarkus.application.version") String version) {
        this.hub = hub;
        this.status = status;
        this.version = version;
    }

    record StatusMessage(String type, String kafka, String database, long lagMillis) {}

    @Scheduled(every = "2s")
    void beat() {
        ServerStatus now = ServerStatus.of(status, version);
        hub.tellNewest("status", new StatusMessage("status", now.kafka(), now.database(), now.lagMillis()), () -> {});
    }
}
