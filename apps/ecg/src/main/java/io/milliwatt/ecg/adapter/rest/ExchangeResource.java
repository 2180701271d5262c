package io.milliwatt.ecg.adapter.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.milliwatt.ecg.adapter.db.ExtractReader;
import io.milliwatt.ecg.exchange.EcgLead;
import io.milliwatt.ecg.exchange.MonitoringExtract;
import io.milliwatt.ecg.exchange.csv.CsvArchive;
import io.milliwatt.ecg.exchange.edf.EdfArchive;
import io.milliwatt.ecg.exchange.fhir.FhirBundle;
import io.milliwatt.ecg.exchange.hl7v2.ObservationReport;
import io.milliwatt.ecg.exchange.wfdb.WfdbArchive;
import io.milliwatt.platform.problems.ProblemException;
import io.milliwatt.platform.query.TimeParameters;
import io.milliwatt.platform.security.Roles;
import io.milliwatt.platform.storage.TrendWindow;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** A stretch of a patient's monitoring in the formats of others; under the pseudonym, never with a name. */
@Path("/api/patients/{id}/export")
@RolesAllowed({Roles.VIEWER, Roles.TECHNICIAN, Roles.CLINICIAN, Roles.ADMINISTRATOR})
@Tag(name = "exchange")
public class ExchangeResource {

    private static final Duration DEFAULT_LENGTH = Duration.ofMinutes(1);
    /** A message is read as a whole by whoever gets it. */
    private static final Duration LONGEST_MESSAGE = Duration.ofMinutes(2);

    private static final Duration LONGEST_ARCHIVE = Duration.ofHours(1);
    private static final String FHIR_JSON = "application/fhir+json";
    private static final String HL7_V2 = "x-application/hl7-v2+er7";
    private static final String ZIP = "application/zip";

    private final KnownPatients known;
    private final ExtractReader extracts;
    private final ObjectMapper json;
    private final Clock clock;

    ExchangeResource(KnownPatients known, ExtractReader extracts, ObjectMapper json, Clock clock) {
        this.known = known;
        this.extracts = extracts;
        this.json = json;
        this.clock = clock;
    }

    /** Writes an extract into a stream. */
    private interface Archive {
        void write(MonitoringExtract extract, OutputStream out) throws IOException;
    }

    @GET
    @Path("fhir")
    @Produces(FHIR_JSON)
    @Operation(summary = "FHIR R4 Bundle of Observations: waveform, vital signs, NEWS2; 2 minutes at most")
    public Response fhir(
            @PathParam("id") String id,
            @QueryParam("from") Optional<String> from,
            @QueryParam("to") Optional<String> to,
            @QueryParam("leads") Optional<String> leads)
            throws JsonProcessingException {
        MonitoringExtract extract = extract(id, from, to, leads, LONGEST_MESSAGE);
        return Response.ok(json.writeValueAsBytes(FhirBundle.of(extract, clock.instant())), FHIR_JSON)
                .build();
    }

    @GET
    @Path("hl7v2")
    @Produces(HL7_V2)
    @Operation(summary = "HL7 v2.6 ORU^R01: numerics, waveform and events; 2 minutes at most")
    public Response hl7v2(
            @PathParam("id") String id,
            @QueryParam("from") Optional<String> from,
            @QueryParam("to") Optional<String> to,
            @QueryParam("leads") Optional<String> leads) {
        MonitoringExtract extract = extract(id, from, to, leads, LONGEST_MESSAGE);
        String message = ObservationReport.write(
                extract, clock.instant(), UUID.randomUUID().toString());
        return Response.ok(message.getBytes(StandardCharsets.UTF_8), HL7_V2).build();
    }

    @GET
    @Path("wfdb")
    @Produces(ZIP)
    @Operation(summary = "WFDB records with annotations, in an archive; 1 hour at most")
    public Response wfdb(
            @PathParam("id") String id,
            @QueryParam("from") Optional<String> from,
            @QueryParam("to") Optional<String> to,
            @QueryParam("leads") Optional<String> leads) {
        return archive(extract(id, from, to, leads, LONGEST_ARCHIVE), "wfdb", WfdbArchive::write);
    }

    @GET
    @Path("edf")
    @Produces(ZIP)
    @Operation(summary = "EDF+ files with annotations, in an archive; 1 hour at most")
    public Response edf(
            @PathParam("id") String id,
            @QueryParam("from") Optional<String> from,
            @QueryParam("to") Optional<String> to,
            @QueryParam("leads") Optional<String> leads) {
        MonitoringExtract extract = extract(id, from, to, leads, LONGEST_ARCHIVE);
        try {
            EdfArchive.requireWholeRecords(extract);
        } catch (IllegalArgumentException unfit) {
            throw new ProblemException(400, "rate.not-for-edf", unfit.getMessage());
        }
        return archive(extract, "edf", EdfArchive::write);
    }

    @GET
    @Path("csv")
    @Produces(ZIP)
    @Operation(summary = "Tables of samples, beats and events, in an archive; 1 hour at most")
    public Response csv(
            @PathParam("id") String id,
            @QueryParam("from") Optional<String> from,
            @QueryParam("to") Optional<String> to,
            @QueryParam("leads") Optional<String> leads) {
        return archive(extract(id, from, to, leads, LONGEST_ARCHIVE), "csv", CsvArchive::write);
    }

    private static Response archive(MonitoringExtract extract, String format, Archive archive) {
        StreamingOutput body = out -> archive.write(extract, out);
        String name = extract.patient() + "_" + extract.from().toEpochMilli() + "_" + format + ".zip";
        return Response.ok(body, ZIP)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"")
                .build();
    }

    private MonitoringExtract extract(
            String id, Optional<String> from, Optional<String> to, Optional<String> leads, Duration longest) {
        Instant end = to.map(TimeParameters::instant).orElse(clock.instant());
        Instant start = from.map(TimeParameters::instant).orElse(end.minus(DEFAULT_LENGTH));
        TrendWindow window = TimeParameters.window(start, end, 1);
        Duration length = Duration.between(window.from(), window.to());
        if (length.compareTo(longest) > 0) {
            throw new ProblemException(
                    400,
                    "window.too-long",
                    "The export is to be " + length.toSeconds() + " s long; " + longest.toSeconds()
                            + " s are the most in this format. Ask for several shorter ones.");
        }
        return extracts.read(known.get(id), window.from(), window.to(), leads(leads.orElse("")));
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
