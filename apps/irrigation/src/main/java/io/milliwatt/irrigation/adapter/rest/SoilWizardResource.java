package io.milliwatt.irrigation.adapter.rest;

import io.milliwatt.dsp.soil.texture.SoilTexture;
import io.milliwatt.dsp.soil.texture.TextureClass;
import io.milliwatt.irrigation.adapter.definition.CropDefinition;
import io.milliwatt.irrigation.adapter.definition.SoilDefinition;
import io.milliwatt.irrigation.adapter.view.Plateaus;
import io.milliwatt.irrigation.adapter.view.ZoneDetails.PlateauView;
import io.milliwatt.irrigation.soilsetup.TextureWizard;
import io.milliwatt.irrigation.soilsetup.TypicalTexture;
import io.milliwatt.irrigation.zone.Zone;
import io.milliwatt.platform.problems.ProblemException;
import io.milliwatt.platform.security.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** From texture to field capacity and refill line, and their correction by what the readings show. */
@Path("/api/soils")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.VIEWER, Roles.TECHNICIAN, Roles.AGRONOMIST, Roles.ADMINISTRATOR})
@Tag(name = "set-up")
public class SoilWizardResource {

    private static final double MILLIMETRES_PER_METRE = 1000;
    private static final double USUAL_ORGANIC_MATTER = 2.5;
    private static final double USUAL_DEPLETION = 0.5;
    private static final String SOURCE = "Saxton and Rawls 2006";

    private final SetUpDesk desk;
    private final Plateaus plateaus;

    SoilWizardResource(SetUpDesk desk, Plateaus plateaus) {
        this.desk = desk;
        this.plateaus = plateaus;
    }

    /** A texture by its class or its parts, and what roots it: a crop or a depth. */
    public record Question(
            Optional<String> texture,
            Optional<Double> sandPercent,
            Optional<Double> clayPercent,
            Optional<Double> organicMatterPercent,
            Optional<String> cropId,
            Optional<Double> rootDepthMillimetres) {}

    /** What follows of it; water contents m³/m³. */
    public record Answer(
            String texture,
            double sandPercent,
            double clayPercent,
            double organicMatterPercent,
            double fieldCapacity,
            double wiltingPoint,
            double saturation,
            double saturatedConductivityMillimetresPerHour,
            double intakeMillimetresPerHour,
            double readilyEvaporableMillimetres,
            double availableMillimetresPerMetre,
            double rootDepthMillimetres,
            double totalAvailableMillimetres,
            double refillMillimetres,
            double refillWaterContent,
            double fieldCapacityError,
            String source) {}

    /** A class of the triangle with its middle. */
    public record TextureView(String texture, double sandPercent, double clayPercent) {}

    /** The zone whose readings are believed. */
    public record AdoptRequest(@NotBlank String zoneId) {}

    @GET
    @Path("textures")
    @Operation(summary = "The twelve classes of texture, each with its middle")
    public List<TextureView> textures() {
        return Arrays.stream(TextureClass.values())
                .map(texture -> {
                    TypicalTexture middle = TypicalTexture.of(texture);
                    return new TextureView(label(texture), middle.sandPercent(), middle.clayPercent());
                })
                .toList();
    }

    @POST
    @Path("wizard")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "From texture to field capacity, available water and refill line; stores nothing")
    public Answer wizard(@NotNull Question question) {
        Optional<CropDefinition> crop = question.cropId()
                .map(id ->
                        SetUpDesk.known(Optional.ofNullable(desk.farm().crops().get(id)), "crop", id));
        double roots = question.rootDepthMillimetres()
                .or(() -> crop.map(CropDefinition::maximumRootDepthMillimetres))
                .orElse(MILLIMETRES_PER_METRE);
        double depletion = crop.map(CropDefinition::depletionFraction).orElse(USUAL_DEPLETION);
        return desk.check("texture", () -> answer(question, roots / MILLIMETRES_PER_METRE, depletion));
    }

    private static Answer answer(Question question, double rootDepthMetres, double depletion) {
        TextureWizard.Answer found =
                question.sandPercent().isPresent() && question.clayPercent().isPresent()
                        ? TextureWizard.of(
                                new SoilTexture(
                                        question.sandPercent().get(),
                                        question.clayPercent().get(),
                                        question.organicMatterPercent().orElse(USUAL_ORGANIC_MATTER)),
                                rootDepthMetres,
                                depletion)
                        : TextureWizard.of(named(question.texture()), rootDepthMetres, depletion);
        return new Answer(
                label(found.textureClass()),
                found.texture().sandPercent(),
                found.texture().clayPercent(),
                found.texture().organicMatterPercent(),
                found.water().fieldCapacity().fraction(),
                found.water().wiltingPoint().fraction(),
                found.water().saturation().fraction(),
                found.water().saturatedConductivity(),
                found.intakeMillimetresPerHour(),
                found.readilyEvaporable(),
                MILLIMETRES_PER_METRE * found.water().availableFraction(),
                found.rootDepthMetres() * MILLIMETRES_PER_METRE,
                found.availableMillimetres(),
                found.refillMillimetres(),
                found.refillContent().fraction(),
                found.fieldCapacityError(),
                SOURCE);
    }

    @POST
    @Path("{id}/adopt-plateau")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.AGRONOMIST, Roles.ADMINISTRATOR})
    @Operation(summary = "Take the field capacity that a zone's readings show into its soil; for agronomists")
    public SoilDefinition adopt(String id, @NotNull @Valid AdoptRequest request) {
        Zone zone = SetUpDesk.known(desk.farm().zone(request.zoneId()), "zone", request.zoneId());
        SoilDefinition soil =
                SetUpDesk.known(Optional.ofNullable(desk.farm().soils().get(id)), "soil", id);
        List<PlateauView> offered =
                plateaus.of(zone).stream().filter(PlateauView::offered).toList();
        if (offered.isEmpty()) {
            throw new ProblemException(
                    409,
                    "plateau.none",
                    "The readings of this zone do not show a field capacity surely enough yet: it takes three wettings"
                            + " that drain to the same content.");
        }
        SoilDefinition changed = soil;
        for (PlateauView plateau : offered) {
            changed = changed.withPlateau(plateau.depthMillimetres(), plateau.observedPlateau());
        }
        SoilDefinition adopted = changed;
        desk.check("soil", adopted::toSoil);
        desk.change(
                "plateau-adopted",
                "soil:" + id,
                adopted,
                handle -> desk.table()
                        .put(
                                handle,
                                io.milliwatt.irrigation.adapter.db.FarmTable.Kind.SOIL,
                                id,
                                Optional.empty(),
                                adopted));
        return adopted;
    }

    private static TextureClass named(Optional<String> texture) {
        return texture.flatMap(name -> Arrays.stream(TextureClass.values())
                        .filter(each -> label(each).equals(name))
                        .findFirst())
                .orElseThrow(() -> new IllegalArgumentException(
                        "Give sand and clay in per cent, or one of the textures of /api/soils/textures; '"
                                + texture.orElse("") + "' is none."));
    }

    private static String label(TextureClass texture) {
        return texture.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
