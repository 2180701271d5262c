package io.milliwatt.platform.ingest;

import io.milliwatt.platform.problems.ProblemException;
import io.milliwatt.telemetry.transport.FrameHeaders;
import io.quarkus.arc.properties.IfBuildProperty;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The urgent way in: the gateway hands events over here as well, so that none waits for a broker that restarts. */
@Path("/internal/frames")
@PermitAll
@Tag(name = "internal")
@IfBuildProperty(name = "milliwatt.platform.ingest", stringValue = "true")
public class InternalFrameResource {

    private static final String BEARER = "Bearer ";

    private final UrgentIntake intake;
    private final Clock clock;
    private final Optional<String> token;

    InternalFrameResource(
            UrgentIntake intake,
            Clock clock,
            @ConfigProperty(name = "milliwatt.internal.token") Optional<String> token) {
        this.intake = intake;
        this.clock = clock;
        this.token = token;
    }

    /** The outcome of a frame that is stored: {@code stored}, or {@code repeated} when it was before. */
    public record Receipt(String outcome) {}

    @POST
    @Consumes({"application/cbor", MediaType.APPLICATION_OCTET_STREAM})
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "Store one frame; answers 200 once it is committed. For the gateway, with its token.")
    public CompletionStage<Receipt> take(
            byte[] frame,
            @HeaderParam(HttpHeaders.AUTHORIZATION) String authorization,
            @HeaderParam(FrameHeaders.RECEIVED_AT) Long receivedAtMillis) {
        requireToken(authorization);
        Instant receivedAt = receivedAtMillis == null ? clock.instant() : Instant.ofEpochMilli(receivedAtMillis);
        return intake.take(new TelemetryRecord(frame, receivedAt, Optional.empty()))
                .handle((outcome, failure) -> {
                    if (failure instanceof StorageUnavailableException) {
                        throw new ProblemException(
                                503,
                                "database.unavailable",
                                "The database cannot be reached. Try again in a few seconds.");
                    }
                    if (failure != null) {
                        throw new CompletionException(failure);
                    }
                    return receipt(outcome);
                });
    }

    private static Receipt receipt(FrameOutcome outcome) {
        return switch (outcome) {
            case FrameOutcome.Stored() -> new Receipt("stored");
            case FrameOutcome.Repeated() -> new Receipt("repeated");
            case FrameOutcome.Refused(String reason) -> throw new ProblemException(422, "frame.refused", reason);
        };
    }

    private void requireToken(String authorization) {
        String given = authorization != null && authorization.startsWith(BEARER)
                ? authorization.substring(BEARER.length())
                : "";
        boolean right = token.isPresent()
                && MessageDigest.isEqual(
                        given.getBytes(StandardCharsets.UTF_8), token.get().getBytes(StandardCharsets.UTF_8));
        if (!right) {
            throw new ProblemException(
                    401, "token.wrong", "This way in wants the gateway's token in the Authorization header.");
        }
    }
}
