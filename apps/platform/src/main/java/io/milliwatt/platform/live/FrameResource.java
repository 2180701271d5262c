package io.milliwatt.platform.live;

import io.milliwatt.platform.ingest.FrameTable;
import io.milliwatt.platform.problems.ProblemException;
import io.milliwatt.platform.security.Roles;
import io.milliwatt.telemetry.FrameIdentity;
import io.quarkus.arc.properties.IfBuildProperty;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** When a frame passed each leg of its way; for looking into delays. */
@Path("/api/frames/{node}/{boot}/{sequence}")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.TECHNICIAN, Roles.ADMINISTRATOR})
@Tag(name = "frames")
@IfBuildProperty(name = "milliwatt.platform.live", stringValue = "true")
public class FrameResource {

    private final FrameTable frames;
    private final PushLog pushed;

    FrameResource(FrameTable frames, PushLog pushed) {
        this.frames = frames;
        this.pushed = pushed;
    }

    /** {@code pushedAt} is null when no page was told, or too many frames ago. */
    public record FrameLegs(Instant nodeTime, Instant receivedAt, Instant storedAt, Optional<Instant> pushedAt) {}

    @GET
    @Operation(summary = "When a frame was built, received, stored and pushed to a page; for technicians")
    public FrameLegs get(long node, long boot, long sequence) {
        FrameIdentity identity = identity(node, boot, sequence);
        return frames.find(identity)
                .map(legs ->
                        new FrameLegs(legs.nodeTime(), legs.receivedAt(), legs.storedAt(), pushed.sentAt(identity)))
                .orElseThrow(() -> new ProblemException(
                        404, "frame.unknown", "No frame " + node + "/" + boot + "/" + sequence + " is stored."));
    }

    private static FrameIdentity identity(long node, long boot, long sequence) {
        try {
            return new FrameIdentity(node, boot, sequence);
        } catch (IllegalArgumentException invalid) {
            throw new ProblemException(400, "frame.invalid", invalid.getMessage() + ".");
        }
    }
}
