package io.milliwatt.irrigation.adapter.view;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** A zone as its own page shows it: the row of the list and what explains it. */
public record ZoneDetails(
        @JsonUnwrapped ZoneRow row,
        Optional<SoilView> soil,
        Optional<LinesView> lines,
        Optional<CropView> cropPlan,
        Optional<SeasonPlanView> seasonPlan,
        IrrigationView irrigation,
        List<ProbeView> probes,
        List<ReasonView> gaps) {

    /** The soil with what the readings say of its field capacity. */
    public record SoilView(String id, String name, List<LayerView> layers, List<PlateauView> plateaus) {}

    /** One layer. */
    public record LayerView(
            double topMillimetres,
            double bottomMillimetres,
            Optional<String> texture,
            double fieldCapacity,
            double wiltingPoint,
            double saturation,
            String origin) {}

    /** Where a sensor's readings stay after the soil has drained, beside what the texture says. */
    public record PlateauView(
            double depthMillimetres,
            double fieldCapacity,
            double observedPlateau,
            int events,
            double spread,
            boolean offered) {}

    /** The zone's own lines today: as depletion, and as water stored in the root zone. */
    public record LinesView(
            double fullMillimetres,
            double refillMillimetres,
            double wiltingMillimetres,
            double storageFullMillimetres,
            double storageRefillMillimetres,
            double storageWiltingMillimetres) {}

    /** What grows, and how it goes on. */
    public record CropView(String cropId, LocalDate plantedOn, String stage, int dayOfSeason, List<StageView> stages) {}

    /** A stage with coefficients and roots at its ends. */
    public record StageView(
            String name,
            LocalDate from,
            LocalDate to,
            double basalCoefficientFrom,
            double basalCoefficientTo,
            double rootDepthFromMillimetres,
            double rootDepthToMillimetres) {}

    /** How water comes. */
    public record IrrigationView(
            String system,
            double flowCubicMetresPerHour,
            double applicationRateMillimetresPerHour,
            double efficiency,
            double wettedFraction,
            OptionalDouble depletedFraction,
            List<String> valveIds,
            Optional<String> sourceId) {}
}
