package io.milliwatt.ecg.adapter.rest;

import io.milliwatt.ecg.adapter.db.IdentityTable;
import io.milliwatt.ecg.adapter.db.PatientDirectory;
import io.milliwatt.platform.security.Roles;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Who the patients are who are here; each look is logged. */
@Path("/api/identities")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.IDENTITY_READER)
@Tag(name = "identities")
public class IdentitiesResource {

    private final IdentityTable identities;
    private final PatientDirectory directory;
    private final SecurityIdentity user;

    IdentitiesResource(IdentityTable identities, PatientDirectory directory, SecurityIdentity user) {
        this.identities = identities;
        this.directory = directory;
        this.user = user;
    }

    @GET
    @Operation(summary = "Who the patients are who are here; each look is logged; for identity readers")
    public List<IdentityResource.IdentityView> list() {
        IdentityResource.requireReady(identities);
        List<String> here = directory.open().stream()
                .map(stay -> stay.admission().patient())
                .toList();
        return identities.read(here, user.getPrincipal().getName()).stream()
                .map(IdentityResource.IdentityView::of)
                .toList();
    }
}
