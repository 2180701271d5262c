package io.milliwatt.irrigation.season;

import static io.milliwatt.irrigation.TestFarm.SITE;
import static io.milliwatt.irrigation.TestFarm.at;

import io.milliwatt.dsp.soil.balance.BalanceDay;
import io.milliwatt.dsp.soil.balance.BalanceState;
import io.milliwatt.dsp.soil.balance.DualCropBalance;
import io.milliwatt.dsp.soil.balance.FieldDay;
import io.milliwatt.irrigation.TestFarm;
import io.milliwatt.irrigation.ledger.Account;
import io.milliwatt.irrigation.ledger.Entry;
import io.milliwatt.irrigation.ledger.Evidence;
import io.milliwatt.irrigation.ledger.Ledger;
import io.milliwatt.irrigation.ledger.LedgerOpening;
import io.milliwatt.irrigation.ledger.WeatherOrigin;
import io.milliwatt.irrigation.reason.Reason;
import io.milliwatt.irrigation.reason.ReasonCode;
import io.milliwatt.irrigation.recommendation.Action;
import io.milliwatt.irrigation.recommendation.AdvicePolicy;
import io.milliwatt.irrigation.recommendation.Adviser;
import io.milliwatt.irrigation.recommendation.Recommendation;
import io.milliwatt.irrigation.recommendation.Surroundings;
import io.milliwatt.irrigation.weather.ForecastDay;
import io.milliwatt.irrigation.weather.StationYears;
import io.milliwatt.irrigation.weather.WeatherDay;
import io.milliwatt.irrigation.zone.Planting;
import io.milliwatt.irrigation.zone.YieldTable;
import io.milliwatt.irrigation.zone.Zone;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;

/**
 * A season through the app's own account and adviser: each evening at six the advice is asked for and followed the same night. The field itself takes
 * more or less water than the account believes, which a measurement every week puts right.
 */
final class AdvisedSeason {
    private static final Duration NIGHT = Duration.ofHours(12);
    private static final int FORECAST_DAYS = 7;
    private static final int MEASURED_EVERY_DAYS = 7;
    private static final double ERROR_MILLIMETRES = 3;

    private final Zone zone;
    private final KnownWeather known;
    private final boolean planned;
    private final double demand;
    private final Random random;
    private final List<Entry> entries = new ArrayList<>();
    private final List<Recommendation> advice = new ArrayList<>();
    private final List<ZonePlan> plans = new ArrayList<>();
    private final List<BalanceDay> field = new ArrayList<>();
    private double gross;

    /**
     * @param known of the years before planting and of the season
     * @param planned whether the season is planned; else the refill line alone decides
     * @param demand of the field against the tabled
     * @param seed of the measurements' errors
     */
    AdvisedSeason(Zone zone, KnownWeather known, boolean planned, double demand, long seed) {
        this.demand = demand;
        random = new Random(seed);
        this.zone = zone;
        this.known = known;
        this.planned = planned;
        Planting planting = zone.planting().orElseThrow();
        int length = planting.crop().stages().total();
        Optional<ZonePlan> standing = Optional.empty();
        for (int day = 0; day <= length; day++) {
            standing = evening(planting.plantedOn().plusDays(day), standing);
        }
    }

    double gross() {
        return gross;
    }

    List<Recommendation> advice() {
        return advice;
    }

    List<ZonePlan> plans() {
        return plans;
    }

    List<BalanceDay> field() {
        return field;
    }

    long stressDays() {
        return field.stream().filter(BalanceDay::stressed).count();
    }

    double relativeYield() {
        Planting planting = zone.planting().orElseThrow();
        return YieldTable.of(planting.cropName())
                .relativeYield(field, planting.crop().stages());
    }

    double transpiration() {
        return field.stream().mapToDouble(BalanceDay::transpiration).sum();
    }

    private Optional<ZonePlan> evening(LocalDate today, Optional<ZonePlan> standing) {
        KnownWeather.Evening evening = known.evening(today, FORECAST_DAYS + 1);
        StationYears years = evening.years();
        List<Entry> told = new ArrayList<>(entries);
        evening.expected().forEach(day -> told.addAll(forecast(day, years, today)));
        Account account = Ledger.of(
                        SITE,
                        zone,
                        LedgerOpening.full(zone.planting().orElseThrow().plantedOn()),
                        false,
                        told)
                .at(at(today, 18, 0), List.of(), FORECAST_DAYS)
                .orElseThrow();
        double left = zone.allocation()
                .map(allocation -> Math.max(0, allocation.limitMillimetres(zone.areaHectares()) - gross))
                .orElse(Double.POSITIVE_INFINITY);
        SeasonWord word = planned
                ? new SeasonPlanning(SITE, NIGHT).word(zone, account, years, standing, left)
                : new SeasonWord.Unplanned(Reason.of(ReasonCode.NO_PLAN_WITHOUT_PAST));
        Recommendation said = new Adviser(SITE, AdvicePolicy.USUAL).advise(zone, account, around(gross), word);
        advice.add(said);
        double water = 0;
        if (said.action() == Action.IRRIGATE) {
            water = said.grossMillimetres();
            gross += said.grossMillimetres();
            entries.add(TestFarm.watering(
                    "night of " + today, at(today, 20, 0), at(today, 23, 30), said.cubicMetres(), Evidence.METERED));
        }
        WeatherDay fell = known.day(today);
        measured(fell);
        step(account.midnight().balance(), fell, water);
        if (word instanceof SeasonWord.Planned(ZonePlan plan, boolean renewed, var _, var _)) {
            if (renewed) {
                plans.add(plan);
            }
            return Optional.of(plan);
        }
        return Optional.empty();
    }

    private void step(DualCropBalance balance, WeatherDay day, double water) {
        BalanceState before =
                field.isEmpty() ? balance.start() : field.getLast().evening();
        FieldDay weather = FieldDay.of(
                day.referenceMillimetres().orElseThrow(), day.rainMillimetres().orElseThrow(), day.climate());
        field.add(balance.step(before, weather.irrigated(zone.method().forBalance(water)), demand));
        if (field.size() % MEASURED_EVERY_DAYS == 0) {
            double seen = field.getLast().evening().rootZoneDepletion() + ERROR_MILLIMETRES * random.nextGaussian();
            entries.add(new Entry.Measured(
                    day.day(),
                    seen,
                    ERROR_MILLIMETRES,
                    "auger",
                    SITE.startOf(day.day().plusDays(1))));
        }
    }

    private void measured(WeatherDay day) {
        entries.add(new Entry.Weather(
                day.day(),
                day.referenceMillimetres().orElseThrow(),
                day.climate(),
                WeatherOrigin.STATION,
                SITE.startOf(day.day().plusDays(1))));
        entries.add(TestFarm.dayRain(day.day(), day.rainMillimetres().orElseThrow()));
    }

    private static List<Entry> forecast(ForecastDay day, StationYears years, LocalDate today) {
        return List.of(
                new Entry.Weather(
                        day.day(),
                        day.referenceMillimetres(),
                        years.climateOn(day.day()),
                        WeatherOrigin.CLIMATOLOGY,
                        SITE.startOf(today)),
                new Entry.ExpectedRain(
                        day.day(),
                        day.rainMillimetres(),
                        day.rainProbability(),
                        "station-climatology",
                        SITE.startOf(today)));
    }

    private static Surroundings around(double used) {
        OptionalDouble none = OptionalDouble.empty();
        return new Surroundings(none, none, none, none, used, true, List.of());
    }
}
