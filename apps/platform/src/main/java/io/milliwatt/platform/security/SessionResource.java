package io.milliwatt.platform.security;

import io.quarkus.arc.properties.IfBuildProperty;
import io.quarkus.security.Authenticated;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.security.FormAuthenticationMechanism;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Set;
import java.util.TreeSet;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The session that a login (POST to the same path, a form, taken by Quarkus) has opened. */
@Path("/api/session")
@Produces(MediaType.APPLICATION_JSON)
@Authenticated
@Tag(name = "session")
@IfBuildProperty(name = "milliwatt.platform.security", stringValue = "true")
public class SessionResource {

    private final SecurityIdentity identity;

    SessionResource(SecurityIdentity identity) {
        this.identity = identity;
    }

    /** Who is logged in, with which roles. */
    public record Session(String user, Set<String> roles) {}

    @GET
    @Operation(summary = "Who is logged in; 401 when nobody is")
    public Session get() {
        return new Session(identity.getPrincipal().getName(), new TreeSet<>(identity.getRoles()));
    }

    @DELETE
    @Operation(summary = "Log out")
    public void delete() {
        FormAuthenticationMechanism.logout(identity);
    }
}
