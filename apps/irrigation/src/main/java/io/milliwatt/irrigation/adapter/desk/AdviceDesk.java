package io.milliwatt.irrigation.adapter.desk;

import io.milliwatt.irrigation.adapter.db.Farm;
import io.milliwatt.irrigation.adapter.db.FarmDirectory;
import io.milliwatt.irrigation.adapter.db.OutlookTable;
import io.milliwatt.irrigation.adapter.db.RainTable;
import io.milliwatt.irrigation.adapter.db.RecommendationTable;
import io.milliwatt.irrigation.adapter.db.RunTable;
import io.milliwatt.irrigation.adapter.db.SaidForecastTable;
import io.milliwatt.irrigation.adapter.db.SoilReadingTable;
import io.milliwatt.irrigation.adapter.db.ZoneOutlook;
import io.milliwatt.irrigation.alarm.AlarmSource;
import io.milliwatt.irrigation.alarm.FarmRules;
import io.milliwatt.irrigation.ledger.Account;
import io.milliwatt.irrigation.ledger.Entry;
import io.milliwatt.irrigation.probe.Probe;
import io.milliwatt.irrigation.reason.Reason;
import io.milliwatt.irrigation.recommendation.Action;
import io.milliwatt.irrigation.recommendation.AdvicePolicy;
import io.milliwatt.irrigation.recommendation.Adviser;
import io.milliwatt.irrigation.recommendation.Recommendation;
import io.milliwatt.irrigation.recommendation.Surroundings;
import io.milliwatt.irrigation.schedule.Conflict;
import io.milliwatt.irrigation.schedule.Plan;
import io.milliwatt.irrigation.season.SeasonWord;
import io.milliwatt.irrigation.site.Site;
import io.milliwatt.irrigation.supply.Valve;
import io.milliwatt.irrigation.zone.Zone;
import io.milliwatt.platform.alarms.Observation.Report;
import io.milliwatt.platform.alarms.Transition;
import io.milliwatt.platform.alarms.store.AlarmBook;
import io.milliwatt.platform.alarms.store.AlarmBook.Sighting;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.jdbi.v3.core.Jdbi;

/** Reckons how a zone stands and what is to be done with it, and writes both down. */
@ApplicationScoped
public class AdviceDesk {

    private static final double TENTHS = 10;

    private final Jdbi jdbi;
    private final FarmDirectory directory;
    private final AccountDesk accounts;
    private final PlanDesk plans;
    private final SeasonDesk seasons;
    private final OutlookTable outlooks;
    private final SaidForecastTable said;
    private final RecommendationTable recommendations;
    private final RunTable runs;
    private final ComingWeather coming;
    private final RainTable rain;
    private final SoilReadingTable readings;
    private final SafetyDesk safety;
    private final AlarmBook alarms;
    private final Clock clock;

    AdviceDesk(
            Jdbi jdbi,
            FarmDirectory directory,
            AccountDesk accounts,
            PlanDesk plans,
            SeasonDesk seasons,
            OutlookTable outlooks,
            SaidForecastTable said,
            RecommendationTable recommendations,
            RunTable runs,
            ComingWeather coming,
            RainTable rain,
            SoilReadingTable readings,
            SafetyDesk safety,
            AlarmBook alarms,
            Clock clock) {
        this.jdbi = jdbi;
        this.directory = directory;
        this.accounts = accounts;
        this.plans = plans;
        this.seasons = seasons;
        this.outlooks = outlooks;
        this.said = said;
        this.recommendations = recommendations;
        this.runs = runs;
        this.coming = coming;
        this.rain = rain;
        this.readings = readings;
        this.safety = safety;
        this.alarms = alarms;
        this.clock = clock;
    }

    /**
     * What a round did with a zone.
     *
     * @param recommendation the number of the new one; empty where a decided or a newer one counts
     */
    public record Advised(OptionalLong recommendation, List<Transition> transitions) {}

    /** Reckons a zone anew. While water is planned or running for it, or one that watered was decided today, no new advice takes its place. */
    public Advised advise(Zone zone, boolean evenIfDecided) {
        Instant now = clock.instant();
        Farm farm = directory.farm();
        Site site = farm.siteOf(zone);
        Optional<Account> account = accounts.account(zone, now);
        ZoneOutlook outlook = account.map(known -> ZoneOutlook.of(zone, known)).orElse(ZoneOutlook.without(zone, now));
        boolean watered = runs.ofZone(zone.id(), now.minus(Duration.ofHours(12))).stream()
                .anyMatch(run -> !run.state().isOver());
        Optional<SeasonWord> season = account.map(known -> seasons.word(site, zone, known, now));
        Optional<Recommendation> advice =
                watered && !evenIfDecided ? Optional.empty() : Optional.of(recommend(site, zone, account, season, now));
        return jdbi.inTransaction(handle -> {
            outlooks.put(handle, zone.id(), outlook);
            account.map(SkillDesk::words).ifPresent(words -> said.addByAccount(handle, zone.id(), words));
            seasons.keep(handle, zone.id(), season);
            OptionalLong id =
                    advice.map(said -> recommendations.replace(handle, said)).orElse(OptionalLong.empty());
            return new Advised(id, alarms.observe(handle, sightings(zone, outlook, advice, watered, now)));
        });
    }

    /** What stands against watering a zone now, apart from its valve: frost, wind, a spent allocation. */
    public List<Reason> lockouts(Zone zone, Instant now) {
        Site site = directory.farm().siteOf(zone);
        return new Adviser(site, AdvicePolicy.USUAL)
                .lockouts(zone, surroundings(site, zone, coming.windNow(site, now), now), now);
    }

    private Recommendation recommend(
            Site site, Zone zone, Optional<Account> account, Optional<SeasonWord> season, Instant now) {
        Adviser adviser = new Adviser(site, AdvicePolicy.USUAL);
        Recommendation advice = account.map(known -> adviser.advise(
                        zone,
                        known,
                        surroundings(site, zone, coming.wind(site, plans.night(site, now), now), now),
                        season.orElseThrow()))
                .orElseGet(() -> adviser.withoutAccount(zone, now));
        if (advice.action() != Action.IRRIGATE) {
            return advice;
        }
        Plan plan = plans.tonight(site, zone, advice, now);
        return plan.of(zone.id())
                .map(advice::planned)
                .orElseGet(() -> advice.unplanned(
                        plan.conflicts().stream().map(Conflict::reason).toList()));
    }

    private List<Sighting> sightings(
            Zone zone, ZoneOutlook outlook, Optional<Recommendation> advice, boolean watered, Instant now) {
        boolean dry = outlook.status().equals("refill-now") || outlook.status().equals("stressed");
        boolean wanted = advice.filter(said -> said.action() == Action.IRRIGATE).isPresent();
        return List.of(new Sighting(
                AlarmSource.zone(zone.id()).toString(),
                FarmRules.refillNow(),
                Report.of(now, dry && wanted && !watered)));
    }

    private Surroundings surroundings(Site site, Zone zone, OptionalDouble wind, Instant now) {
        Farm farm = directory.farm();
        LocalDate today = site.dateAt(now);
        List<Probe> probes = farm.probesOfZone(zone.id());
        List<Valve> valves = farm.valvesOfZone(zone.id());
        List<String> gauges = java.util.stream.Stream.concat(
                        java.util.stream.Stream.of(RainTable.gauge(site.id())),
                        probes.stream().map(probe -> RainTable.gauge(probe.node())))
                .toList();
        OptionalDouble rained = rain.entries(gauges, now.minus(Duration.ofHours(24)), now).stream()
                .collect(java.util.stream.Collectors.groupingBy(
                        Entry.Rain::gauge, java.util.stream.Collectors.summingDouble(Entry.Rain::millimetres)))
                .values()
                .stream()
                .mapToDouble(Double::doubleValue)
                .max();
        OptionalDouble node = readings.latest(probes.stream().map(Probe::node).toList()).values().stream()
                .filter(latest -> latest.daysToRefillTenths().isPresent()
                        && latest.at().plus(Duration.ofDays(1)).isAfter(now))
                .mapToDouble(latest -> latest.daysToRefillTenths().getAsLong() / TENTHS)
                .min();
        double used = accounts.usedOfAllocation(zone, today, now);
        List<Reason> interlocks = valves.stream()
                .limit(1)
                .flatMap(valve -> safety.interlocks(valve).stream())
                .toList();
        return new Surroundings(
                coming.lowestCelsius(site, now), wind, rained, node, used, !valves.isEmpty(), interlocks);
    }
}
