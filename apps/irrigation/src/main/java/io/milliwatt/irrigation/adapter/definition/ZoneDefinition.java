package io.milliwatt.irrigation.adapter.definition;

import io.milliwatt.dsp.soil.quantity.Conductivity;
import io.milliwatt.irrigation.field.Outline;
import io.milliwatt.irrigation.reason.Reason;
import io.milliwatt.irrigation.reason.ReasonCode;
import io.milliwatt.irrigation.reason.UnfitException;
import io.milliwatt.irrigation.zone.Allocation;
import io.milliwatt.irrigation.zone.IrrigationMethod;
import io.milliwatt.irrigation.zone.Planting;
import io.milliwatt.irrigation.zone.RefillRule;
import io.milliwatt.irrigation.zone.WaterQuality;
import io.milliwatt.irrigation.zone.Zone;
import io.milliwatt.irrigation.zone.ZoneSoil;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A zone as it is entered.
 *
 * @param areaHectares by the outline where it is left out
 * @param system how water comes: drip, subsurface-drip, micro-sprinkler, sprinkler, pivot, furrow or basin
 * @param depletedFraction MAD; the crop's own fraction where it is left out
 * @param acceptedStressDays of a season that may begin beyond the refill line so that water is saved; none where it is left out
 * @param autoAccept a recommendation is accepted by the server itself, unless an interlock forbids it
 */
public record ZoneDefinition(
        @NotBlank String fieldId,
        @NotBlank String name,
        Optional<Geometry> outline,
        Optional<Double> areaHectares,
        Optional<String> soilId,
        Optional<String> cropId,
        Optional<LocalDate> plantedOn,
        Optional<LocalDate> removedOn,
        Optional<Double> maximumRootDepthMillimetres,
        @NotBlank String system,
        @NotNull Double flowCubicMetresPerHour,
        Optional<Double> efficiency,
        Optional<Double> wettedFraction,
        Optional<Double> depletedFraction,
        Optional<Double> leaveRoomMillimetres,
        Optional<Double> leastNetMillimetres,
        Optional<Integer> acceptedStressDays,
        Optional<Double> criticalCelsius,
        Optional<AllocationDefinition> allocation,
        Optional<Double> waterConductivityDecisiemensPerMetre,
        Optional<Double> toleratedConductivityDecisiemensPerMetre,
        Optional<Boolean> autoAccept) {

    private static final double USUAL_LEAST_NET_MILLIMETRES = 3;

    /** Water that the zone may have in a time. */
    public record AllocationDefinition(
            @NotNull LocalDate from,
            @NotNull LocalDate to,
            Optional<Double> millimetres,
            Optional<Double> cubicMetres) {
        Allocation toAllocation() {
            return new Allocation(from, to, number(millimetres), number(cubicMetres));
        }
    }

    /**
     * @param soils a soil by its id; empty where there is none
     * @param crops a crop by its id
     */
    public Zone toZone(
            String id,
            Outline field,
            Function<String, Optional<ZoneSoil>> soils,
            Function<String, Optional<CropDefinition>> crops) {
        Optional<Outline> own = outline.map(Geometry::toOutline);
        double area = areaHectares.orElseGet(() -> own.orElse(field).areaHectares());
        return new Zone(
                id,
                fieldId,
                name,
                own,
                area,
                soilId.map(soil -> soils.apply(soil)
                        .orElseThrow(() -> new UnfitException(Reason.of(ReasonCode.NOT_THERE)
                                .with("thing", "soil")
                                .with("id", soil)))),
                cropId.map(crop -> planting(crop, crops)),
                method(),
                new RefillRule(
                        number(depletedFraction),
                        leaveRoomMillimetres.orElse(0.0),
                        leastNetMillimetres.orElse(USUAL_LEAST_NET_MILLIMETRES),
                        acceptedStressDays.orElse(0)),
                allocation.map(AllocationDefinition::toAllocation),
                quality());
    }

    /** A new zone of which only the outline is known; it gets drip lines until somebody says otherwise. */
    public static ZoneDefinition outlined(
            String fieldId, String name, Geometry outline, double flowCubicMetresPerHour) {
        return new ZoneDefinition(
                fieldId,
                name,
                Optional.of(outline),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                IrrigationMethod.Kind.DRIP.label(),
                flowCubicMetresPerHour,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    /** The same zone with another outline; its area follows. */
    public ZoneDefinition withOutline(Geometry drawn) {
        return new ZoneDefinition(
                fieldId,
                name,
                Optional.of(drawn),
                Optional.empty(),
                soilId,
                cropId,
                plantedOn,
                removedOn,
                maximumRootDepthMillimetres,
                system,
                flowCubicMetresPerHour,
                efficiency,
                wettedFraction,
                depletedFraction,
                leaveRoomMillimetres,
                leastNetMillimetres,
                acceptedStressDays,
                criticalCelsius,
                allocation,
                waterConductivityDecisiemensPerMetre,
                toleratedConductivityDecisiemensPerMetre,
                autoAccept);
    }

    private Planting planting(String crop, Function<String, Optional<CropDefinition>> crops) {
        CropDefinition known = crops.apply(crop)
                .orElseThrow(() -> new UnfitException(
                        Reason.of(ReasonCode.NOT_THERE).with("thing", "crop").with("id", crop)));
        LocalDate planted = plantedOn.orElseThrow(() ->
                new UnfitException(Reason.of(ReasonCode.PLANTED_ON_MISSING).with("crop", crop)));
        return new Planting(
                crop,
                maximumRootDepthMillimetres.map(known::withRoots).orElse(known).toCrop(),
                planted,
                removedOn,
                number(criticalCelsius.or(known::criticalCelsius)));
    }

    private IrrigationMethod method() {
        IrrigationMethod.Kind kind = Arrays.stream(IrrigationMethod.Kind.values())
                .filter(each -> each.label().equals(system.toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("The system is '" + system + "'; it must be one of "
                        + Arrays.stream(IrrigationMethod.Kind.values())
                                .map(IrrigationMethod.Kind::label)
                                .collect(Collectors.joining(", "))
                        + "."));
        return new IrrigationMethod(
                kind,
                flowCubicMetresPerHour,
                efficiency.orElse(kind.usualEfficiency()),
                wettedFraction.orElse(kind.usualWettedFraction()));
    }

    private Optional<WaterQuality> quality() {
        return waterConductivityDecisiemensPerMetre.flatMap(
                water -> toleratedConductivityDecisiemensPerMetre.map(tolerated -> new WaterQuality(
                        new Conductivity.IrrigationWater(water), new Conductivity.SaturatedPaste(tolerated))));
    }

    private static OptionalDouble number(Optional<Double> value) {
        return value.map(OptionalDouble::of).orElse(OptionalDouble.empty());
    }
}
