package io.milliwatt.gateway.adapter.rest;

import io.milliwatt.gateway.node.EnrolledNode;
import io.milliwatt.gateway.node.Enrolment;
import io.milliwatt.gateway.node.NodeDirectory;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

/** The registry of nodes. */
@Path("/api/nodes")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "nodes")
public class NodeRoutes {
    private final Enrolment enrolment;
    private final NodeDirectory directory;
    private final NodeDocuments documents;

    NodeRoutes(Enrolment enrolment, NodeDirectory directory, NodeDocuments documents) {
        this.enrolment = enrolment;
        this.directory = directory;
        this.documents = documents;
    }

    @POST
    @Operation(operationId = "enrol", summary = "Enrol a node; the answer tells its password and key, once")
    @APIResponse(responseCode = "201", description = "Enrolled")
    @APIResponse(responseCode = "400", description = "Name, domain or number cannot be used")
    @APIResponse(responseCode = "409", description = "The number is taken")
    public Response enrol(EnrolmentRequest body) {
        EnrolmentRequest request =
                Optional.ofNullable(body).orElseThrow(() -> new IllegalArgumentException("the body is missing"));
        CredentialsDocument credentials = CredentialsDocument.of(
                enrolment.enrol(request.nameOrRefuse(), request.domainOrRefuse(), request.wishedNumber()));
        return Response.created(URI.create("/api/nodes/" + credentials.node()))
                .entity(credentials)
                .build();
    }

    @GET
    @Operation(operationId = "listNodes", summary = "All nodes, by number")
    public List<NodeDocument> list() {
        if (!directory.isLoaded()) {
            throw new RegistryClosedException();
        }
        return directory.all().stream()
                .sorted(Comparator.comparingLong(EnrolledNode::number))
                .map(documents::of)
                .toList();
    }

    @GET
    @Path("/{number}")
    @Operation(operationId = "showNode", summary = "One node")
    @APIResponse(responseCode = "200", description = "The node")
    @APIResponse(responseCode = "404", description = "No such node")
    public NodeDocument show(@RestPath long number) {
        return directory.find(number).map(documents::of).orElseThrow(() -> absent(number));
    }

    @POST
    @Path("/{number}/revocation")
    @Operation(operationId = "revokeNode", summary = "Withdraw a node's credentials for good and cut its connection")
    @APIResponse(responseCode = "200", description = "Revoked, now or before")
    @APIResponse(responseCode = "404", description = "No such node")
    public NodeDocument revoke(@RestPath long number) {
        return enrolment.revoke(number).map(documents::of).orElseThrow(() -> absent(number));
    }

    @POST
    @Path("/{number}/credentials")
    @Operation(operationId = "rekeyNode", summary = "Give a node a new password and key; the old ones end at once")
    @APIResponse(responseCode = "200", description = "The new credentials, told once")
    @APIResponse(responseCode = "404", description = "No such node")
    @APIResponse(responseCode = "409", description = "The node is revoked")
    public CredentialsDocument rekey(@RestPath long number) {
        return enrolment.rekey(number).map(CredentialsDocument::of).orElseThrow(() -> absent(number));
    }

    /** Before the registry was read, nobody can say that a node does not exist. */
    private RuntimeException absent(long number) {
        return directory.isLoaded() ? new NoSuchNodeException(number) : new RegistryClosedException();
    }
}
