package io.milliwatt.platform.live;

import io.milliwatt.platform.ingest.IngestStatus;
import io.quarkus.arc.properties.IfBuildProperty;
import io.quarkus.security.Authenticated;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** How the server is doing, for pages. */
@Path("/api/status")
@Produces(MediaType.APPLICATION_JSON)
@Authenticated
@Tag(name = "status")
@IfBuildProperty(name = "milliwatt.platform.live", stringValue = "true")
public class StatusResource {

    private final IngestStatus status;
    private final String version;

    StatusResource(IngestStatus status, @ConfigProperty(name = "quarkus.application.version") String version) {
        this.status = status;
        this.version = version;
    }

    @GET
    @Operation(summary = "Whether Kafka and the database answer, and how far the stored data lag behind")
    public ServerStatus get() {
        return ServerStatus.of(status, version);
    }
}
