package io.milliwatt.gateway.adapter.rest;

import io.milliwatt.gateway.adapter.wiring.UpdateWorker;
import io.milliwatt.gateway.node.NodeDirectory;
import io.milliwatt.gateway.node.NodeRevokedException;
import io.milliwatt.gateway.update.BundleStore;
import io.milliwatt.gateway.update.ModelUpdate;
import io.milliwatt.gateway.update.StoredBundle;
import io.milliwatt.gateway.update.UpdateStore;
import io.milliwatt.gateway.update.UpdateUnderWayException;
import io.milliwatt.telemetry.Octets;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** Model updates of nodes. */
@Path("/api/updates")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "updates")
public class UpdateRoutes {
    private static final int MOST_LISTED = 200;

    private final UpdateWorker worker;
    private final UpdateStore updates;
    private final BundleStore bundles;
    private final NodeDirectory directory;

    UpdateRoutes(UpdateWorker worker, UpdateStore updates, BundleStore bundles, NodeDirectory directory) {
        this.worker = worker;
        this.updates = updates;
        this.bundles = bundles;
        this.directory = directory;
    }

    @POST
    @Operation(operationId = "startUpdates", summary = "Bring a bundle to nodes; one update per node")
    @APIResponse(responseCode = "201", description = "Started, one update for each node; none if one cannot be")
    @APIResponse(responseCode = "400", description = "The request cannot be used")
    @APIResponse(responseCode = "404", description = "No such bundle, or no such node")
    @APIResponse(responseCode = "409", description = "A node is revoked or has an update under way")
    public Response start(UpdateRequest body) {
        UpdateRequest request =
                Optional.ofNullable(body).orElseThrow(() -> new IllegalArgumentException("the body is missing"));
        Octets digest = request.digestOrRefuse();
        StoredBundle bundle = bundles.find(digest).orElseThrow(() -> new NoSuchBundleException(digest));
        byte[] file = bundles.file(digest).orElseThrow(() -> new NoSuchBundleException(digest));
        List<Long> nodes = request.nodesOrRefuse();
        nodes.forEach(this::refuseUnlessFree);
        List<UpdateDocument> started = nodes.stream()
                .map(node -> worker.start(
                        node, bundle, file, request.fragmentBytesOrDefault(), request.healthyWindowsOrDefault()))
                .map(UpdateDocument::of)
                .toList();
        return Response.status(Response.Status.CREATED).entity(started).build();
    }

    @GET
    @Operation(operationId = "listUpdates", summary = "The newest updates, of one node or of all")
    public List<UpdateDocument> list(@RestQuery Optional<Long> node) {
        OptionalLong number = node.map(OptionalLong::of).orElseGet(OptionalLong::empty);
        Stream<ModelUpdate> newest = updates.newest(number, MOST_LISTED).stream();
        return newest.map(UpdateDocument::of).toList();
    }

    @GET
    @Path("/{number}")
    @Operation(operationId = "showUpdate", summary = "One update")
    @APIResponse(responseCode = "200", description = "The update")
    @APIResponse(responseCode = "404", description = "No such update")
    public UpdateDocument show(@RestPath long number) {
        return updates.find(number).map(UpdateDocument::of).orElseThrow(() -> new NoSuchUpdateException(number));
    }

    @POST
    @Path("/{number}/cancellation")
    @Operation(operationId = "cancelUpdate", summary = "End an update; one that has ended stays as it is")
    @APIResponse(responseCode = "200", description = "The update as it is now")
    @APIResponse(responseCode = "404", description = "No such update")
    public UpdateDocument cancel(@RestPath long number) {
        return worker.cancel(number).map(UpdateDocument::of).orElseThrow(() -> new NoSuchUpdateException(number));
    }

    /** Looked at for all nodes before the first update starts, so that a list is taken as a whole. */
    private void refuseUnlessFree(long number) {
        if (directory.find(number).orElseThrow(() -> absent(number)).isRevoked()) {
            throw new NodeRevokedException(number);
        }
        boolean busy = updates.newest(OptionalLong.of(number), 1).stream()
                .anyMatch(update -> !update.phase().isEnd());
        if (busy) {
            throw new UpdateUnderWayException(number);
        }
    }

    private RuntimeException absent(long number) {
        return directory.isLoaded() ? new NoSuchNodeException(number) : new RegistryClosedException();
    }
}
