package io.milliwatt.vibration.adapter.rest;

import io.milliwatt.platform.security.Roles;
import io.milliwatt.telemetry.command.NodeCommand.Lesson;
import io.milliwatt.vibration.adapter.kafka.BaselineRequests;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;

/** The baseline that a machine's node learns: what counts as this machine running well. */
@Path("/api/machines/{id}/baseline")
@RolesAllowed(Roles.TECHNICIAN)
@Tag(name = "baselines")
public class BaselineResource {

    private final KnownMachines known;
    private final BaselineRequests requests;

    BaselineResource(KnownMachines known, BaselineRequests requests) {
        this.known = known;
        this.requests = requests;
    }

    @POST
    @Path("learn-anew")
    @ResponseStatus(202)
    @Operation(
            summary =
                    "Tell the node to forget its baseline and learn the machine as it runs now; it judges nothing until it"
                            + " has; for technicians")
    public void learnAnew(String id) {
        requests.tell(known.nodeOf(known.get(id)), Lesson.LEARN_ANEW);
    }

    @POST
    @Path("freeze")
    @ResponseStatus(202)
    @Operation(summary = "Tell the node to keep its baseline as it is, now or as soon as it is learnt; for technicians")
    public void freeze(String id) {
        requests.tell(known.nodeOf(known.get(id)), Lesson.FREEZE);
    }
}
