package io.milliwatt.irrigation.season;

import io.milliwatt.dsp.soil.plan.SeasonGoal;
import io.milliwatt.dsp.soil.plan.SeasonMorning;
import io.milliwatt.dsp.soil.plan.SeasonWatering;
import io.milliwatt.dsp.soil.plan.StandingPlan;
import io.milliwatt.dsp.soil.plan.UsualSeason;
import io.milliwatt.dsp.soil.plan.WaterDecision;
import io.milliwatt.irrigation.ledger.Account;
import io.milliwatt.irrigation.reason.Reason;
import io.milliwatt.irrigation.reason.ReasonCode;
import io.milliwatt.irrigation.site.Site;
import io.milliwatt.irrigation.weather.StationYears;
import io.milliwatt.irrigation.zone.Allocation;
import io.milliwatt.irrigation.zone.Zone;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/** Asks the planner for a zone: keeps to the plan that stands, or makes one where it is due. The same inputs give the same word. */
public final class SeasonPlanning {
    /** An allocation that ends so soon before the crop does is one for its season: so late hardly any water is given. */
    private static final int ENDS_WITH_CROP_DAYS = 21;

    private final Site site;
    private final Duration night;

    /** @param night in which water is given */
    public SeasonPlanning(Site site, Duration night) {
        this.site = site;
        this.night = night;
    }

    /**
     * @param standing the plan that is kept; empty where there is none
     * @param allocationLeft of the allocation that covers today, gross mm; infinite without one
     */
    public SeasonWord word(
            Zone zone, Account account, StationYears years, Optional<ZonePlan> standing, double allocationLeft) {
        ZoneSeason season = new ZoneSeason(zone, account, night);
        LocalDate today = account.standing().date();
        if (season.today() > season.lastDay()) {
            return unplanned(Reason.of(ReasonCode.NO_PLAN_SEASON_OVER)
                    .with("until", season.lastDate().toString()));
        }
        Optional<UsualSeason> usual = years.season(
                season.plantedOn(), season.lastDay() + 1, site.position().latitudeDegrees(), today);
        if (usual.isEmpty()) {
            return unplanned(Reason.of(ReasonCode.NO_PLAN_WITHOUT_PAST));
        }
        SeasonMorning morning = season.morning(usual.orElseThrow(), years.before(today, season.plantedOn()));
        SeasonWatering watering = season.watering();
        String settings = PlanSettings.of(zone);
        Optional<ZonePlan> kept = standing.filter(plan ->
                plan.settings().equals(settings) && !SeasonWatering.isDue(plan.standing(), morning.day(), slot(zone)));
        ZonePlan plan = kept.orElseGet(
                () -> plan(zone, season, morning, watering, settings, allocationLeft, years, usual.orElseThrow()));
        WaterDecision tonight = plan.acceptedStressDays() == 0 && !plan.allocationIsShort()
                ? watering.todayBeforeTheLine(plan.standing(), morning)
                : watering.today(plan.standing(), morning);
        OptionalInt next =
                tonight.millimetres() > 0 ? OptionalInt.of(0) : watering.nextWatering(plan.standing(), morning);
        return new SeasonWord.Planned(
                plan,
                kept.isEmpty(),
                tonight,
                next.isPresent() ? Optional.of(today.plusDays(next.getAsInt())) : Optional.empty());
    }

    private static ZonePlan plan(
            Zone zone,
            ZoneSeason season,
            SeasonMorning morning,
            SeasonWatering watering,
            String settings,
            double allocationLeft,
            StationYears years,
            UsualSeason usual) {
        int accepted = zone.refill().acceptedStressDays();
        double left = forTheSeason(zone, season) ? allocationLeft * zone.netPart() : Double.POSITIVE_INFINITY;
        StandingPlan plan = watering.plan(morning, goal(left, Math.max(0, accepted - morning.stressDays())));
        boolean isShort = plan.plan().expected().millimetres() > left;
        if (isShort) {
            // An allocation is not exceeded, so its water is spent where it costs the least yield, whatever stress that
            // brings.
            plan = watering.plan(morning, new SeasonGoal(left, Double.POSITIVE_INFINITY));
        }
        return new ZonePlan(
                plan,
                season.plantedOn().plusDays(morning.day()),
                settings,
                season.lastDate(),
                usual.fromEarlierYears() ? years.yearsBefore(season.plantedOn()) : 0,
                accepted,
                morning.stressDays(),
                Double.isFinite(left) ? OptionalDouble.of(left) : OptionalDouble.empty(),
                isShort);
    }

    /** Days of stress are accepted to save water; without an allocation as much is saved as they allow. */
    private static SeasonGoal goal(double left, double stressDays) {
        return new SeasonGoal(Double.isInfinite(left) && stressDays > 0 ? 0 : left, stressDays);
    }

    /** A shorter allocation, such as a month's, limits each watering but is no plan for a season. */
    private static boolean forTheSeason(Zone zone, ZoneSeason season) {
        return zone.allocation()
                .map(Allocation::to)
                .filter(end -> !end.isBefore(season.lastDate().minusDays(ENDS_WITH_CROP_DAYS)))
                .isPresent();
    }

    private static SeasonWord unplanned(Reason why) {
        return new SeasonWord.Unplanned(why);
    }

    /** Zones of a farm take turns through the week. */
    private static int slot(Zone zone) {
        return Math.floorMod(zone.id().hashCode(), SeasonWatering.PLANNED_EVERY_DAYS);
    }
}
