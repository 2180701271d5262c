package io.milliwatt.irrigation.adapter.view;

import io.milliwatt.dsp.soil.crop.Crop;
import io.milliwatt.dsp.soil.crop.StageLengths;
import io.milliwatt.irrigation.adapter.db.Farm;
import io.milliwatt.irrigation.adapter.db.FarmDirectory;
import io.milliwatt.irrigation.adapter.db.SeasonPlanTable;
import io.milliwatt.irrigation.adapter.definition.SoilDefinition;
import io.milliwatt.irrigation.adapter.view.ZoneDetails.CropView;
import io.milliwatt.irrigation.adapter.view.ZoneDetails.IrrigationView;
import io.milliwatt.irrigation.adapter.view.ZoneDetails.LayerView;
import io.milliwatt.irrigation.adapter.view.ZoneDetails.LinesView;
import io.milliwatt.irrigation.adapter.view.ZoneDetails.SoilView;
import io.milliwatt.irrigation.adapter.view.ZoneDetails.StageView;
import io.milliwatt.irrigation.reason.Reason;
import io.milliwatt.irrigation.reason.ReasonCode;
import io.milliwatt.irrigation.supply.Valve;
import io.milliwatt.irrigation.zone.Planting;
import io.milliwatt.irrigation.zone.SetupGap;
import io.milliwatt.irrigation.zone.SoilHorizon;
import io.milliwatt.irrigation.zone.Zone;
import io.milliwatt.irrigation.zone.ZoneSoil;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Puts together what a zone's own page sees. */
@ApplicationScoped
public class ZonePages {

    private static final double MILLIMETRES_PER_METRE = 1000;

    private final FarmDirectory directory;
    private final ZoneRows rows;
    private final ProbeViews probes;
    private final Plateaus plateaus;
    private final SeasonPlanTable plans;
    private final Clock clock;

    ZonePages(
            FarmDirectory directory,
            ZoneRows rows,
            ProbeViews probes,
            Plateaus plateaus,
            SeasonPlanTable plans,
            Clock clock) {
        this.directory = directory;
        this.rows = rows;
        this.probes = probes;
        this.plateaus = plateaus;
        this.plans = plans;
        this.clock = clock;
    }

    public ZoneDetails of(Zone zone) {
        Farm farm = directory.farm();
        ZoneRow row = rows.rows(farm, List.of(zone)).getFirst();
        LocalDate today = farm.siteOf(zone).dateAt(clock.instant());
        return new ZoneDetails(
                row,
                zone.soil().map(soil -> soil(farm, zone, soil)),
                zone.soil().flatMap(soil -> lines(row, soil)),
                zone.planting().map(planting -> crop(planting, today)),
                zone.gaps().isEmpty() ? plans.of(zone).map(plan -> SeasonPlanView.of(zone, plan)) : Optional.empty(),
                irrigation(farm, zone),
                probes.of(farm, farm.probesOfZone(zone.id())),
                zone.gaps().stream()
                        .map(gap -> ReasonView.of(
                                Reason.of(gap == SetupGap.NO_SOIL ? ReasonCode.NO_SOIL : ReasonCode.NO_CROP)))
                        .toList());
    }

    private SoilView soil(Farm farm, Zone zone, ZoneSoil soil) {
        String id = farm.zoneDefinition(zone.id())
                .flatMap(definition -> definition.soilId())
                .orElse("");
        List<LayerView> layers = new ArrayList<>();
        double top = 0;
        for (SoilHorizon horizon : soil.horizons()) {
            double bottom = horizon.bottomMetres() * MILLIMETRES_PER_METRE;
            layers.add(new LayerView(
                    top,
                    bottom,
                    horizon.texture()
                            .map(texture -> texture.textureClass()
                                    .name()
                                    .toLowerCase(Locale.ROOT)
                                    .replace('_', '-')),
                    horizon.limits().fieldCapacity().fraction(),
                    horizon.limits().wiltingPoint().fraction(),
                    horizon.saturation().fraction(),
                    SoilDefinition.label(horizon.origin())));
            top = bottom;
        }
        String name = Optional.ofNullable(farm.soils().get(id))
                .map(SoilDefinition::name)
                .orElse(id);
        return new SoilView(id, name, layers, plateaus.of(zone));
    }

    private static Optional<LinesView> lines(ZoneRow row, ZoneSoil soil) {
        if (row.refillMillimetres().isEmpty()) {
            return Optional.empty();
        }
        double roots = row.rootDepthMillimetres().orElseThrow() / MILLIMETRES_PER_METRE;
        double full = storedAtFieldCapacity(soil, roots);
        double available = row.totalAvailableMillimetres().orElseThrow();
        double refill = row.refillMillimetres().getAsDouble();
        return Optional.of(new LinesView(0, refill, available, full, full - refill, full - available));
    }

    /** Water in the root zone at field capacity, mm. */
    public static double storedAtFieldCapacity(ZoneSoil soil, double rootDepthMetres) {
        double above = 0;
        double sum = 0;
        for (int i = 0; i < soil.horizons().size(); i++) {
            SoilHorizon horizon = soil.horizons().get(i);
            double bottom = i == soil.horizons().size() - 1
                    ? rootDepthMetres
                    : Math.min(rootDepthMetres, horizon.bottomMetres());
            sum += Math.max(0, bottom - above)
                    * horizon.limits().fieldCapacity().fraction();
            above = Math.max(above, bottom);
        }
        return MILLIMETRES_PER_METRE * sum;
    }

    private static CropView crop(Planting planting, LocalDate today) {
        Crop crop = planting.crop();
        StageLengths lengths = crop.stages();
        int[] ends = {lengths.endOfInitial(), lengths.endOfDevelopment(), lengths.endOfMidSeason(), lengths.total()};
        String[] names = {"initial", "development", "mid-season", "late-season"};
        List<StageView> stages = new ArrayList<>();
        int begin = 0;
        for (int i = 0; i < names.length; i++) {
            LocalDate from = planting.plantedOn().plusDays(begin);
            LocalDate to = planting.plantedOn().plusDays(ends[i]);
            stages.add(new StageView(
                    names[i],
                    from,
                    to,
                    crop.basal().at(begin, lengths),
                    crop.basal().at(ends[i], lengths),
                    planting.rootDepthMetresOn(from) * MILLIMETRES_PER_METRE,
                    planting.rootDepthMetresOn(to) * MILLIMETRES_PER_METRE));
            begin = ends[i];
        }
        return new CropView(
                planting.cropName(),
                planting.plantedOn(),
                planting.stageOn(today).name().toLowerCase(Locale.ROOT).replace('_', '-'),
                planting.dayOn(today),
                stages);
    }

    private static IrrigationView irrigation(Farm farm, Zone zone) {
        List<Valve> valves = farm.valvesOfZone(zone.id());
        return new IrrigationView(
                zone.method().kind().label(),
                zone.method().flowCubicMetresPerHour(),
                zone.rateMillimetresPerHour(),
                zone.method().efficiency(),
                zone.method().wettedFraction(),
                zone.refill().managementAllowedDepletion(),
                valves.stream().map(Valve::id).toList(),
                valves.stream().findFirst().map(Valve::sourceId));
    }
}
