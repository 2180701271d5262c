package io.milliwatt.irrigation.adapter.db;

import io.milliwatt.dsp.soil.balance.Irrigation;
import io.milliwatt.dsp.soil.plan.Expectation;
import io.milliwatt.dsp.soil.plan.RefillLine;
import io.milliwatt.dsp.soil.plan.SeasonPlan;
import io.milliwatt.dsp.soil.plan.StandingPlan;
import io.milliwatt.dsp.soil.plan.Strategy;
import io.milliwatt.dsp.soil.plan.WateringLimits;
import io.milliwatt.irrigation.season.ZonePlan;
import io.milliwatt.irrigation.zone.Zone;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** The plan for the season that each zone follows. What follows from the zone's set-up is not stored: with another one a plan is made anew. */
@ApplicationScoped
public class SeasonPlanTable {

    private final Jdbi jdbi;
    private final JsonText json;

    SeasonPlanTable(Jdbi jdbi, JsonText json) {
        this.jdbi = jdbi;
        this.json = json;
    }

    /** As it is stored; mm net of losses and leaching. */
    record Row(
            String settings,
            int madeOnDay,
            double givenBefore,
            double initialMultiple,
            double developmentMultiple,
            double midSeasonMultiple,
            double ungiven,
            double margin,
            OptionalDouble left,
            double leastMillimetres,
            double largestMillimetres,
            double fillFraction,
            double expectedMillimetres,
            int expectedStressDays,
            double expectedYieldLost,
            int expectedWaterings,
            OptionalInt lastWatering,
            LocalDate lastCropDay,
            int yearsOfPast,
            int acceptedStressDays,
            int stressDaysBefore,
            OptionalDouble allocationLeft,
            boolean allocationIsShort) {

        static Row of(ZonePlan plan) {
            SeasonPlan season = plan.standing().plan();
            Strategy strategy = season.strategy();
            Expectation expected = season.expected();
            return new Row(
                    plan.settings(),
                    plan.standing().madeOnDay(),
                    plan.standing().givenBefore(),
                    strategy.initial(),
                    strategy.development(),
                    strategy.midSeason(),
                    strategy.ungiven(),
                    season.margin(),
                    Double.isFinite(season.millimetresLeft())
                            ? OptionalDouble.of(season.millimetresLeft())
                            : OptionalDouble.empty(),
                    season.limits().leastMillimetres(),
                    season.limits().largestMillimetres(),
                    season.limits().fillFraction(),
                    expected.millimetres(),
                    expected.stressDays(),
                    expected.yieldLost(),
                    expected.waterings(),
                    expected.lastWatering(),
                    plan.lastCropDay(),
                    plan.yearsOfPast(),
                    plan.acceptedStressDays(),
                    plan.stressDaysBefore(),
                    plan.allocationLeft(),
                    plan.allocationIsShort());
        }

        ZonePlan plan(Zone zone, LocalDate madeOn) {
            SeasonPlan season = new SeasonPlan(
                    new Strategy(initialMultiple, developmentMultiple, midSeasonMultiple, ungiven),
                    zone.planting().orElseThrow().crop(),
                    new WateringLimits(
                            leastMillimetres,
                            largestMillimetres,
                            fillFraction,
                            new Irrigation(1, zone.method().wettedFraction(), 1)),
                    new RefillLine(zone.refill().managementAllowedDepletion()),
                    margin,
                    left.orElse(Double.POSITIVE_INFINITY),
                    new Expectation(
                            expectedMillimetres,
                            expectedStressDays,
                            expectedYieldLost,
                            expectedWaterings,
                            lastWatering));
            return new ZonePlan(
                    new StandingPlan(season, madeOnDay, givenBefore),
                    madeOn,
                    settings,
                    lastCropDay,
                    yearsOfPast,
                    acceptedStressDays,
                    stressDaysBefore,
                    allocationLeft,
                    allocationIsShort);
        }
    }

    public void put(Handle handle, String zoneId, ZonePlan plan) {
        handle.createUpdate("INSERT INTO season_plan (zone_id, made_on, plan) VALUES (:zone, :on, :plan::jsonb)"
                        + " ON CONFLICT (zone_id) DO UPDATE SET made_on = excluded.made_on, plan = excluded.plan")
                .bind("zone", zoneId)
                .bind("on", plan.madeOn())
                .bind("plan", json.write(Row.of(plan)))
                .execute();
    }

    /** Of a zone with a crop; empty where none was made. */
    public Optional<ZonePlan> of(Zone zone) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "SELECT made_on, plan::text FROM season_plan WHERE zone_id = :zone")
                .bind("zone", zone.id())
                .map((row, context) ->
                        json.read(row.getString(2), Row.class).plan(zone, row.getObject(1, LocalDate.class)))
                .findOne());
    }

    /** Of a zone that is not planned any more. */
    public void remove(Handle handle, String zoneId) {
        handle.createUpdate("DELETE FROM season_plan WHERE zone_id = :zone")
                .bind("zone", zoneId)
                .execute();
    }
}
