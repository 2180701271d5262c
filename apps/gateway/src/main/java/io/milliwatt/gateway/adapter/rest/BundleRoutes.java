package io.milliwatt.gateway.adapter.rest;

import io.milliwatt.gateway.update.BundleStore;
import io.milliwatt.gateway.update.StoredBundle;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

/** The catalogue of model bundles. */
@Path("/api/bundles")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "updates")
public class BundleRoutes {
    private final BundleStore store;
    private final Clock clock;

    BundleRoutes(BundleStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    @POST
    @Consumes(MediaType.APPLICATION_OCTET_STREAM)
    @Operation(operationId = "addBundle", summary = "Hand in a model bundle, the bytes of a .mwm file")
    @APIResponse(responseCode = "201", description = "Added")
    @APIResponse(responseCode = "200", description = "The same bundle was there already")
    @APIResponse(responseCode = "400", description = "No node could run it; the answer says why")
    public Response add(byte[] file) {
        if (file.length > StoredBundle.MAX_BYTES) {
            throw new IllegalArgumentException(
                    "the bundle has " + file.length + " bytes; at most " + StoredBundle.MAX_BYTES + " are taken");
        }
        StoredBundle bundle = StoredBundle.of(file, clock.instant());
        boolean added = store.add(bundle, file);
        StoredBundle kept = store.find(bundle.digest()).orElse(bundle);
        return Response.status(added ? Response.Status.CREATED : Response.Status.OK)
                .location(URI.create("/api/bundles/" + kept.digest()))
                .entity(BundleDocument.of(kept))
                .build();
    }

    @GET
    @Operation(operationId = "listBundles", summary = "All bundles, newest first")
    public List<BundleDocument> list() {
        return store.all().stream().map(BundleDocument::of).toList();
    }

    @GET
    @Path("/{digest}")
    @Operation(operationId = "showBundle", summary = "One bundle, by its SHA-256")
    @APIResponse(responseCode = "200", description = "The bundle")
    @APIResponse(responseCode = "404", description = "No such bundle")
    public BundleDocument show(@RestPath String digest) {
        return store.find(UpdateRequest.digest(digest))
                .map(BundleDocument::of)
                .orElseThrow(() -> new NoSuchBundleException(UpdateRequest.digest(digest)));
    }
}
