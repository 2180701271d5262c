package io.milliwatt.irrigation.adapter.rest;

import io.milliwatt.irrigation.adapter.db.PreferenceTable;
import io.milliwatt.irrigation.adapter.definition.Preferences;
import io.quarkus.security.Authenticated;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** How the person who asks wants to see and hear things. */
@Path("/api/preferences")
@Produces(MediaType.APPLICATION_JSON)
@Authenticated
@Tag(name = "preferences")
public class PreferenceResource {

    private final PreferenceTable table;
    private final SecurityIdentity identity;

    PreferenceResource(PreferenceTable table, SecurityIdentity identity) {
        this.table = table;
        this.identity = identity;
    }

    @GET
    @Operation(summary = "Units, language and quiet hours of the person who asks")
    public Preferences get() {
        return table.of(identity.getPrincipal().getName());
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Set units, language and quiet hours of the person who asks")
    public Preferences put(@NotNull @Valid Preferences entered) {
        table.put(identity.getPrincipal().getName(), entered);
        return entered;
    }
}
