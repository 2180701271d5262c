package io.milliwatt.dsp.soil.balance;

import io.milliwatt.dsp.soil.crop.Crop;
import io.milliwatt.dsp.soil.crop.CropClimate;
import io.milliwatt.dsp.soil.crop.DepletionFraction;
import io.milliwatt.dsp.soil.crop.Stage;
import io.milliwatt.dsp.soil.evapotranspiration.ReferenceSurface;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/** The dual crop coefficient balance of FAO-56, on a uniform soil or on layers (as pyfao56 draws it there, Thorp 2022, SoftwareX 19:101208). */
public final class DualCropBalance {
    private static final double LEAST_HEIGHT_METRES = 0.001;
    private static final double LARGEST_COVER = 0.99;
    /** Rain that wets all ground when no irrigation runs (FAO-56 table 20 and p. 149), mm. */
    private static final double WETTING_RAIN = 3;

    private final Crop crop;
    private final FieldSoil soil;
    private final BalanceSettings settings;
    private final EvaporationLayer surface;
    private final double availableInProfile;

    public DualCropBalance(Crop crop, FieldSoil soil, BalanceSettings settings) {
        this.crop = crop;
        this.soil = soil;
        this.settings = settings;
        surface = new EvaporationLayer(
                soil.evaporableWater(settings.evaporationDepthMetres()), settings.readilyEvaporable());
        availableInProfile = soil.availableWater(crop.maximumRootDepthMetres());
        if (soil instanceof LayeredSoil layers && layers.depthMetres() < crop.maximumRootDepthMetres()) {
            throw new IllegalArgumentException("The soil is described down to " + layers.depthMetres()
                    + " m, but the roots reach " + crop.maximumRootDepthMetres() + " m; add a layer");
        }
    }

    /** The evening before planting, with a dry surface (FAO-56 p. 153). */
    public BalanceState start() {
        double rootDepth = crop.initialRootDepthMetres();
        double depletion = soil.initialDepletion(rootDepth);
        boolean layered = soil instanceof LayeredSoil;
        double profile = layered ? soil.initialDepletion(crop.maximumRootDepthMetres()) : depletion;
        return new BalanceState(
                0,
                crop.basal().initial(),
                crop.initialHeightMetres(),
                rootDepth,
                1,
                surface.evaporable(),
                depletion,
                profile,
                layered ? availableInProfile - soil.availableWater(rootDepth) : 0,
                profile - depletion);
    }

    /** All days from a state on: a season, or a forecast from today. */
    public List<BalanceDay> run(BalanceState from, List<FieldDay> days) {
        List<BalanceDay> outcome = new ArrayList<>(days.size());
        BalanceState state = from;
        for (FieldDay day : days) {
            BalanceDay stepped = step(state, day);
            outcome.add(stepped);
            state = stepped.evening();
        }
        return outcome;
    }

    /** Days until irrigation is due, 1 being the first of them; empty where it does not come to that. */
    public static OptionalInt daysToRefill(List<BalanceDay> days) {
        for (int i = 0; i < days.size(); i++) {
            if (days.get(i).refillReached()) {
                return OptionalInt.of(i + 1);
            }
        }
        return OptionalInt.empty();
    }

    /** One day. */
    public BalanceDay step(BalanceState before, FieldDay day) {
        return step(before, day, 1);
    }

    /**
     * One day of a field that takes more or less water than weather and tables say.
     *
     * @param demandMultiplier on the day's reference evapotranspiration, and so on evaporation, transpiration and the depletion fraction; 1 for
     *     the tabled crop
     */
    public BalanceDay step(BalanceState before, FieldDay day, double demandMultiplier) {
        double reference = demandMultiplier * day.reference();
        CropDay grown = grow(before, day);
        double runoff = settings.runoff()
                .map(number -> number.runoff(day.rain(), before.surfaceDepletion(), surface))
                .orElse(0.0);
        double water = day.rain() - runoff;
        EvaporationLayer.Day evaporated = surface.step(
                before.surfaceDepletion(),
                grown.exposedFraction(),
                grown.wettedFraction(),
                grown.largest(),
                grown.basal(),
                reference,
                water,
                day.irrigation().effective());
        double demand = (grown.basal() + evaporated.coefficient()) * reference;
        double fraction = settings.fixedDepletionFraction()
                ? crop.depletionFraction()
                : DepletionFraction.at(crop.depletionFraction(), demand);
        double available = soil.availableWater(grown.rootDepthMetres());
        double stress = settings.stress().coefficient(before.rootZoneDepletion(), available, fraction);
        double taken = (stress * grown.basal() + evaporated.coefficient()) * reference;
        RootZone.Day zone = soil instanceof LayeredSoil
                ? RootZone.layered(before, water + day.irrigation().effective(), taken, available, availableInProfile)
                : RootZone.uniform(
                        before.rootZoneDepletion(), water + day.irrigation().effective(), taken, available);
        BalanceState evening = new BalanceState(
                before.day() + 1,
                grown.basal(),
                grown.heightMetres(),
                grown.rootDepthMetres(),
                grown.wettedFraction(),
                evaporated.depletion(),
                zone.rootZoneDepletion(),
                zone.profileDepletion(),
                zone.availableBelowRoots(),
                zone.depletionBelowRoots());
        return new BalanceDay(
                day,
                grown,
                evaporated,
                available,
                soil instanceof LayeredSoil ? availableInProfile : available,
                fraction,
                stress,
                settings.stress().coefficient(evening.rootZoneDepletion(), available, fraction),
                demandMultiplier,
                zone.percolation(),
                zone.rootGrowthDepletion(),
                runoff,
                zone.unmet(),
                evening);
    }

    private CropDay grow(BalanceState before, FieldDay day) {
        double tabled = crop.basal().at(before.day(), crop.stages());
        double foreseen = course(before, tabled);
        double basal = positive(day.canopy().basalCoefficient()).orElse(foreseen);
        double height = positive(day.canopy().heightMetres())
                .orElse(Math.max(Math.max(crop.heightMetres(basal), LEAST_HEIGHT_METRES), before.heightMetres()));
        double rootDepth = Math.max(crop.rootDepthMetres(tabled), before.rootDepthMetres());
        double largest = largest(day.climate(), height, basal);
        double cover = positive(day.canopy().coverFraction()).orElse(cover(basal, largest, height));
        double wetted = wetted(before, day);
        return new CropDay(
                crop.single().at(before.day(), crop.stages()),
                tabled,
                foreseen,
                basal,
                height,
                rootDepth,
                largest,
                cover,
                wetted,
                EvaporationLayer.exposedFraction(cover, wetted));
    }

    /** A coefficient that was seen goes on from there as long as the tabled one rises or falls. */
    private double course(BalanceState before, double tabled) {
        Stage stage = crop.stages().at(before.day());
        boolean moving = stage == Stage.DEVELOPMENT || stage == Stage.LATE_SEASON;
        return moving ? before.basalCoefficient() + crop.basal().dailyChange(before.day(), crop.stages()) : tabled;
    }

    /** FAO-56 eq. 72; over lucerne the reference itself is the limit (ASCE Manual 70). */
    private double largest(CropClimate climate, double height, double basal) {
        double energy = settings.reference() == ReferenceSurface.SHORT ? 1.2 + climate.correction(height) : 1;
        return Math.max(energy, basal + 0.05);
    }

    /** FAO-56 eq. 76. */
    private double cover(double basal, double largest, double height) {
        double initial = crop.basal().initial();
        double ratio = Math.max(0, (basal - initial) / (largest - initial));
        return Math.clamp(Math.pow(ratio, 1 + 0.5 * height), 0, LARGEST_COVER);
    }

    private static double wetted(BalanceState before, FieldDay day) {
        if (day.irrigation().applies()) {
            return day.irrigation().wettedFraction();
        }
        return day.rain() >= WETTING_RAIN ? 1 : before.wettedFraction();
    }

    private static OptionalDouble positive(OptionalDouble seen) {
        return seen.isPresent() && seen.getAsDouble() > 0 ? seen : OptionalDouble.empty();
    }
}
