package io.milliwatt.irrigation.adapter.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.milliwatt.irrigation.adapter.db.FarmTable.Kind;
import io.milliwatt.irrigation.adapter.definition.FieldDefinition;
import io.milliwatt.irrigation.adapter.definition.Geometry;
import io.milliwatt.irrigation.adapter.definition.ZoneDefinition;
import io.milliwatt.irrigation.adapter.view.ReasonView;
import io.milliwatt.irrigation.reason.Reason;
import io.milliwatt.irrigation.reason.ReasonCode;
import io.milliwatt.irrigation.reason.UnfitException;
import io.milliwatt.irrigation.site.Identifier;
import io.milliwatt.platform.problems.ProblemException;
import io.milliwatt.platform.security.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Fields and zones from a file of outlines: a GeoJSON FeatureCollection (RFC 7946). */
@Path("/api/fields/import")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.AGRONOMIST, Roles.ADMINISTRATOR})
@Tag(name = "set-up")
public class FieldImportResource {

    private static final double FLOW_PER_HECTARE = 20;

    private final SetUpDesk desk;
    private final ObjectMapper json;

    FieldImportResource(SetUpDesk desk, ObjectMapper json) {
        this.desk = desk;
        this.json = json;
    }

    /** What became of the file. */
    public record Imported(int fields, int zones, List<Refused> refused) {}

    /** An outline that was not taken, with the sentence why. */
    public record Refused(String name, ReasonView reason) {}

    private record Outlines(
            Map<String, FieldDefinition> fields, Map<String, ZoneDefinition> zones, List<Refused> refused) {}

    @POST
    @Operation(
            summary =
                    "Add fields and zones by their outlines; properties: name, id, kind (field or zone), fieldId; for agronomists")
    public Imported take(
            @NotNull JsonNode collection,
            @QueryParam("site") Optional<String> site,
            @QueryParam("dryRun") @DefaultValue("false") boolean dryRun) {
        String siteId = site.or(() ->
                        desk.farm().sites().stream().map(each -> each.id()).findFirst())
                .orElseThrow(() -> new ProblemException(
                        409, "site.missing", "There is no farm yet to which the fields could belong; add one first."));
        SetUpDesk.known(desk.farm().site(siteId), "site", siteId);
        if (!collection.path("features").isArray()) {
            throw new ProblemException(
                    400, "outlines.unreadable", "The file is no GeoJSON FeatureCollection: it has no list 'features'.");
        }
        Outlines outlines = read(collection.path("features"), siteId);
        if (!dryRun) {
            desk.change("outlines-imported", "site:" + siteId, outlines.fields().keySet(), handle -> {
                outlines.fields()
                        .forEach((id, field) ->
                                desk.table().put(handle, Kind.FIELD, id, Optional.of(field.siteId()), field));
                outlines.zones().forEach((id, zone) -> desk.table().putZone(handle, id, zone));
            });
        }
        return new Imported(outlines.fields().size(), outlines.zones().size(), outlines.refused());
    }

    private Outlines read(JsonNode features, String siteId) {
        Outlines outlines =
                new Outlines(new java.util.LinkedHashMap<>(), new java.util.LinkedHashMap<>(), new ArrayList<>());
        for (boolean zones : new boolean[] {false, true}) {
            for (JsonNode feature : features) {
                JsonNode properties = feature.path("properties");
                if (properties.path("kind").asText("field").equals("zone") == zones) {
                    add(outlines, feature, properties, siteId, zones);
                }
            }
        }
        return outlines;
    }

    private void add(Outlines outlines, JsonNode feature, JsonNode properties, String siteId, boolean zone) {
        String name = properties.path("name").asText("");
        try {
            String id = slug(properties.path("id").asText(feature.path("id").asText(name)));
            Geometry geometry = geometry(feature.path("geometry"));
            if (zone) {
                ZoneDefinition made = zone(outlines, properties.path("fieldId").asText(""), name, geometry, id);
                outlines.zones().put(id, made);
            } else {
                FieldDefinition made = new FieldDefinition(siteId, name, geometry);
                made.toField(id);
                outlines.fields().put(id, made);
            }
        } catch (IllegalArgumentException refused) {
            outlines.refused().add(new Refused(name, ReasonView.of(UnfitException.reasonOf(refused))));
        }
    }

    /** Before its numbers are read, so that another shape is told by its name. */
    private Geometry geometry(JsonNode drawn) {
        String shape = drawn.path("type").asText("–");
        if (!Geometry.POLYGON.equals(shape)) {
            throw new UnfitException(Reason.of(ReasonCode.OUTLINE_NO_POLYGON).with("shape", shape));
        }
        try {
            return json.convertValue(drawn, Geometry.class);
        } catch (IllegalArgumentException otherwise) {
            throw new UnfitException(Reason.of(ReasonCode.OUTLINE_POSITION)
                    .with("position", drawn.path("coordinates").path(0).path(0).toString()));
        }
    }

    /** A zone that is known keeps all but its outline; a new one is taken to have drip lines until somebody says otherwise. */
    private ZoneDefinition zone(Outlines outlines, String fieldId, String name, Geometry geometry, String id) {
        if (!outlines.fields().containsKey(fieldId)
                && desk.farm().field(fieldId).isEmpty()) {
            throw new UnfitException(Reason.of(ReasonCode.FIELD_NOT_THERE).with("field", fieldId));
        }
        double hectares = geometry.toOutline().areaHectares();
        Identifier.require("zone", id);
        Identifier.requireName("zone", name);
        return desk.farm()
                .zoneDefinition(id)
                .map(known -> known.withOutline(geometry))
                .orElseGet(() -> ZoneDefinition.outlined(fieldId, name, geometry, hectares * FLOW_PER_HECTARE));
    }

    private static String slug(String text) {
        String plain = Normalizer.normalize(text, Normalizer.Form.NFD).replaceAll("\\p{M}", "");
        return plain.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-+|-+$", "");
    }
}
