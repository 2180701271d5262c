package io.milliwatt.ecg.adapter.rest;

import io.milliwatt.ecg.adapter.db.PatientDirectory;
import io.milliwatt.platform.security.Roles;
import io.milliwatt.platform.storage.NodeStateTable;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Nodes that wait for a patient. */
@Path("/api/nodes")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.VIEWER, Roles.TECHNICIAN, Roles.CLINICIAN, Roles.ADMINISTRATOR})
@Tag(name = "nodes")
public class NodeResource {

    private static final Duration LATELY = Duration.ofDays(1);

    private final NodeStateTable nodes;
    private final PatientDirectory patients;
    private final Clock clock;

    NodeResource(NodeStateTable nodes, PatientDirectory patients, Clock clock) {
        this.nodes = nodes;
        this.patients = patients;
        this.clock = clock;
    }

    /** A node that is on nobody. */
    public record UnassignedNode(long nodeId, Instant lastSeenAt) {}

    @GET
    @Path("unassigned")
    @Operation(summary = "Nodes that were heard within the last day and are on nobody")
    public List<UnassignedNode> unassigned() {
        return nodes.heardSince(clock.instant().minus(LATELY)).entrySet().stream()
                .filter(heard -> patients.withNode(heard.getKey()).isEmpty())
                .map(heard -> new UnassignedNode(heard.getKey(), heard.getValue()))
                .toList();
    }
}
