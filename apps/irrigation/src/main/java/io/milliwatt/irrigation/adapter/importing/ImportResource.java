package io.milliwatt.irrigation.adapter.importing;

import io.milliwatt.datasets.farm.FarmFileException;
import io.milliwatt.datasets.farm.FarmFileKind;
import io.milliwatt.datasets.recording.RecordingException;
import io.milliwatt.irrigation.adapter.db.Farm;
import io.milliwatt.irrigation.adapter.db.FarmDirectory;
import io.milliwatt.irrigation.adapter.rest.Refusal;
import io.milliwatt.irrigation.reason.Reason;
import io.milliwatt.irrigation.reason.ReasonCode;
import io.milliwatt.irrigation.site.Site;
import io.milliwatt.irrigation.zone.Zone;
import io.milliwatt.platform.problems.ProblemException;
import io.milliwatt.platform.security.Roles;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Files of weather, soil and water. */
@Path("/api/imports")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "set-up")
public class ImportResource {

    private static final int LISTED = 100;

    private final ImportDesk desk;
    private final ImportTable table;
    private final FarmDirectory directory;
    private final SecurityIdentity identity;

    ImportResource(ImportDesk desk, ImportTable table, FarmDirectory directory, SecurityIdentity identity) {
        this.desk = desk;
        this.table = table;
        this.directory = directory;
        this.identity = identity;
    }

    @GET
    @RolesAllowed({Roles.VIEWER, Roles.TECHNICIAN, Roles.AGRONOMIST, Roles.ADMINISTRATOR})
    @Operation(summary = "The files that were taken in, newest first")
    public List<FileImport> list() {
        return table.list(LISTED);
    }

    @POST
    @Consumes({MediaType.TEXT_PLAIN, "text/csv", MediaType.APPLICATION_OCTET_STREAM})
    @RolesAllowed({Roles.AGRONOMIST, Roles.ADMINISTRATOR})
    @Operation(
            summary =
                    "Take a file in: station CSV, USCRN, ISMN, pyfao56 .wth, .irr and .sol, OpenAgri; the same file twice"
                            + " changes nothing; for agronomists")
    public FileImport take(
            @NotNull String body,
            @QueryParam("kind") @DefaultValue("auto") String kind,
            @QueryParam("site") Optional<String> siteId,
            @QueryParam("zone") Optional<String> zoneId,
            @QueryParam("file") @DefaultValue("upload") @Size(max = 200) String name) {
        Farm farm = directory.farm();
        Optional<Zone> zone =
                zoneId.filter(id -> !id.isBlank()).map(id -> farm.zone(id).orElseThrow(() -> unknown("zone", id)));
        Site site = siteId.filter(id -> !id.isBlank())
                .map(id -> farm.site(id).orElseThrow(() -> unknown("site", id)))
                .or(() -> zone.map(farm::siteOf))
                .or(() -> farm.sites().stream().findFirst())
                .orElseThrow(() -> new ProblemException(
                        409, "site.missing", "There is no farm yet to which the file could belong; add one first."));
        try {
            return desk.take(
                    name, body, kind(kind), site, zone, identity.getPrincipal().getName());
        } catch (FarmFileException unreadable) {
            throw Refusal.of(400, "file.unreadable", FileReasons.of(unreadable));
        } catch (RecordingException unreadable) {
            throw new ProblemException(400, "file.unreadable", unreadable.getMessage());
        }
    }

    private static Optional<FarmFileKind> kind(String label) {
        if (label.equals("auto")) {
            return Optional.empty();
        }
        return Optional.of(FarmFileKind.fromLabel(label)
                .orElseThrow(() -> new ProblemException(
                        400,
                        "file.kind",
                        "There is no kind of file '" + label
                                + "'; there are auto, station-csv, uscrn, ismn, pyfao56-wth, pyfao56-irr, pyfao56-sol and"
                                + " openagri.")));
    }

    private static WebApplicationException unknown(String what, String id) {
        return Refusal.of(
                404,
                what + ".unknown",
                Reason.of(ReasonCode.NOT_THERE).with("thing", what).with("id", id));
    }
}
