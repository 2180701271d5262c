package io.milliwatt.ecg.adapter.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.milliwatt.ecg.adapter.db.ExportLog;
import io.milliwatt.ecg.adapter.db.ExtractReader;
import io.milliwatt.ecg.adapter.db.Stay;
import io.milliwatt.ecg.exchange.EcgLead;
import io.milliwatt.ecg.exchange.ExportFormat;
import io.milliwatt.ecg.exchange.MonitoringExtract;
import io.milliwatt.ecg.exchange.csv.CsvArchive;
import io.milliwatt.ecg.exchange.edf.EdfArchive;
import io.milliwatt.ecg.exchange.fhir.FhirBundle;
import io.milliwatt.ecg.exchange.hl7v2.ObservationReport;
import io.milliwatt.ecg.exchange.wfdb.WfdbArchive;
import io.milliwatt.platform.problems.ProblemException;
import io.milliwatt.platform.security.Roles;
import io.milliwatt.platform.storage.TrendWindow;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** A stretch of a patient's monitoring in the formats of others; under the pseudonym, never with a name. */
@Path("/api/patients/{id}/export/{format}")
@RolesAllowed({Roles.VIEWER, Roles.TECHNICIAN, Roles.CLINICIAN, Roles.ADMINISTRATOR})
@Tag(name = "exchange")
public class ExchangeResource {

    private static final Duration DEFAULT_LENGTH = Duration.ofMinutes(1);

    private final KnownPatients known;
    private final AskedSpans spans;
    private final ExtractReader extracts;
    private final ExportLog log;
    private final ObjectMapper json;
    private final SecurityIdentity user;
    private final Clock clock;

    ExchangeResource(
            KnownPatients known,
            AskedSpans spans,
            ExtractReader extracts,
            ExportLog log,
            ObjectMapper json,
            SecurityIdentity user,
            Clock clock) {
        this.known = known;
        this.spans = spans;
        this.extracts = extracts;
        this.log = log;
        this.json = json;
        this.user = user;
        this.clock = clock;
    }

    @GET
    @Operation(
            summary =
                    "fhir or hl7v2: a message of 2 minutes at most; wfdb, edf or csv: an archive of an hour at most. Each export is logged")
    public Response export(
            @PathParam("id") String id,
            @PathParam("format") String label,
            @QueryParam("from") Optional<String> from,
            @QueryParam("to") Optional<String> to,
            @QueryParam("leads") Optional<String> leads)
            throws JsonProcessingException {
        ExportFormat format = ExportFormat.fromLabel(label)
                .orElseThrow(() -> new ProblemException(
                        404,
                        "format.unknown",
                        "There is no format '" + label + "'; there are " + ExportFormat.labels() + "."));
        TrendWindow asked = spans.until(from, to, DEFAULT_LENGTH, 1);
        AskedSpans.requireAtMost(format.longest(), asked, "export", "Ask for several shorter ones.");
        Stay stay = known.get(id);
        MonitoringExtract extract = extracts.read(stay, asked.from(), asked.to(), leads(leads.orElse("")));
        Object body = body(format, extract);
        log.add(clock.instant(), user.getPrincipal().getName(), extract, format);
        Response.ResponseBuilder answer = Response.ok(body, format.mediaType());
        if (format.isArchive()) {
            String name = extract.patient() + "_" + extract.from().toEpochMilli() + "_" + format.label() + ".zip";
            answer.header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"");
        }
        return answer.build();
    }

    private Object body(ExportFormat format, MonitoringExtract extract) throws JsonProcessingException {
        return switch (format) {
            case FHIR -> json.writeValueAsBytes(FhirBundle.of(extract, clock.instant()));
            case HL7V2 ->
                ObservationReport.write(
                                extract, clock.instant(), UUID.randomUUID().toString())
                        .getBytes(StandardCharsets.UTF_8);
            case WFDB -> (StreamingOutput) out -> WfdbArchive.write(extract, out);
            case CSV -> (StreamingOutput) out -> CsvArchive.write(extract, out);
            case EDF -> {
                requireWholeRecords(extract);
                yield (StreamingOutput) out -> EdfArchive.write(extract, out);
            }
        };
    }

    private static void requireWholeRecords(MonitoringExtract extract) {
        try {
            EdfArchive.requireWholeRecords(extract);
        } catch (IllegalArgumentException unfit) {
            throw new ProblemException(400, "rate.not-for-edf", unfit.getMessage());
        }
    }

    /** Names of leads in the order of channels, with commas between them. */
    private static List<EcgLead> leads(String text) {
        return Arrays.stream(text.split(","))
                .map(String::strip)
                .filter(label -> !label.isEmpty())
                .map(label -> EcgLead.fromLabel(label)
                        .orElseThrow(() -> new ProblemException(
                                400,
                                "lead.unknown",
                                "There is no lead '" + label + "'; name I, II, III, aVR, aVL, aVF or V1 to V6, one for"
                                        + " each channel with a comma between them, or leave them out.")))
                .toList();
    }
}
