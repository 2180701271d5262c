package io.milliwatt.irrigation.adapter.rest;

import io.milliwatt.irrigation.adapter.db.AuditTrail;
import io.milliwatt.platform.security.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Who did what. */
@Path("/api/audit")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.AGRONOMIST, Roles.ADMINISTRATOR})
@Tag(name = "audit")
public class AuditResource {

    private static final int MOST = 1000;

    private final AuditTrail audit;

    AuditResource(AuditTrail audit) {
        this.audit = audit;
    }

    @GET
    @Operation(summary = "What people and the server did, the newest first; for agronomists")
    public List<AuditTrail.Entry> list(
            @QueryParam("subject") Optional<String> subject,
            @QueryParam("before") @DefaultValue("9223372036854775807") long before,
            @QueryParam("limit") @DefaultValue("200") @Min(1) @Max(MOST) int limit) {
        return audit.list(subject, before, limit);
    }
}
