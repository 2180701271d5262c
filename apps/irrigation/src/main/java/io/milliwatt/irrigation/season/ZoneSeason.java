package io.milliwatt.irrigation.season;

import io.milliwatt.dsp.soil.balance.BalanceDay;
import io.milliwatt.dsp.soil.balance.BalanceState;
import io.milliwatt.dsp.soil.balance.FieldDay;
import io.milliwatt.dsp.soil.balance.Irrigation;
import io.milliwatt.dsp.soil.plan.RefillLine;
import io.milliwatt.dsp.soil.plan.SeasonMorning;
import io.milliwatt.dsp.soil.plan.SeasonPlanner;
import io.milliwatt.dsp.soil.plan.SeasonWatering;
import io.milliwatt.dsp.soil.plan.UsualSeason;
import io.milliwatt.dsp.soil.plan.WateringLimits;
import io.milliwatt.irrigation.ledger.Account;
import io.milliwatt.irrigation.ledger.LedgerDay;
import io.milliwatt.irrigation.ledger.Midnight;
import io.milliwatt.irrigation.ledger.WeatherOrigin;
import io.milliwatt.irrigation.zone.Planting;
import io.milliwatt.irrigation.zone.YieldTable;
import io.milliwatt.irrigation.zone.Zone;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** A zone and its account in the terms of the planner: millimetres that the root zone gets, without losses and leaching. */
final class ZoneSeason {
    /** Where the root zone is small, what is not worth a watering is this part of its refill line, so that a seedling need not wait for a whole event. */
    private static final double PART_OF_LINE = 0.4;

    private final Zone zone;
    private final Planting planting;
    private final Account account;
    private final Duration night;
    private final RefillLine line;

    /** @param night in which water is given */
    ZoneSeason(Zone zone, Account account, Duration night) {
        this.zone = zone;
        this.account = account;
        this.night = night;
        planting = zone.planting().orElseThrow();
        line = new RefillLine(zone.refill().managementAllowedDepletion());
    }

    /** Day of the season, from 0. */
    int today() {
        return planting.dayOn(account.standing().date());
    }

    /** After which the crop takes no harm, by its stages or because it is removed. */
    int lastDay() {
        int grown = planting.crop().stages().total();
        return planting.removedOn()
                .map(end -> Math.min(grown, planting.dayOn(end) - 1))
                .orElse(grown);
    }

    LocalDate lastDate() {
        return planting.plantedOn().plusDays(lastDay());
    }

    LocalDate plantedOn() {
        return planting.plantedOn();
    }

    SeasonWatering watering() {
        double largest = zone.method().applied(night, zone.areaHectares()) * zone.netPart();
        double ofLine = PART_OF_LINE * account.standing().refillLine();
        double least =
                Math.max(zone.refill().leastNetMillimetres(), Math.min(SeasonWatering.LEAST_EVENT_MILLIMETRES, ofLine));
        return new SeasonWatering(new SeasonPlanner(
                account.midnight().balance(),
                planting.crop(),
                YieldTable.of(planting.cropName()),
                line,
                new WateringLimits(
                        Math.min(least, largest),
                        largest,
                        SeasonWatering.FILL_FRACTION,
                        new Irrigation(1, zone.method().wettedFraction(), 1))));
    }

    /**
     * The morning of today, put right by all that today has told: rain, water and probe.
     *
     * @param past days before today as the station measured them
     */
    SeasonMorning morning(UsualSeason usual, List<FieldDay> past) {
        Midnight midnight = account.midnight();
        LedgerDay tonight = account.outlook().getFirst();
        double multiplier = tonight.estimate().demandMultiplier();
        BalanceState evening = midnight.estimate().balance();
        BalanceDay dry = midnight.balance().step(evening, midnight.wholeDay(), multiplier);
        double toldSince = tonight.closing() - dry.evening().rootZoneDepletion();
        return new SeasonMorning(
                evening.withRootZoneDepletion(Math.max(0, evening.rootZoneDepletion() + toldSince)),
                multiplier,
                midnight.wholeDay(),
                ahead(midnight.wholeDay(), usual, past),
                given(),
                stressDays());
    }

    /** Forecast days as far as a service tells them, usual ones for the rest. */
    private List<FieldDay> ahead(FieldDay today, UsualSeason usual, List<FieldDay> past) {
        List<FieldDay> days = new ArrayList<>(usual.ahead(today(), lastDay(), past));
        days.set(0, today);
        for (int i = 1; i < Math.min(days.size(), account.outlook().size()); i++) {
            LedgerDay told = account.outlook().get(i);
            if (told.origin() == WeatherOrigin.PROVIDER) {
                days.set(i, told.assimilated().day().input());
            }
        }
        return days;
    }

    private double given() {
        double effective =
                account.standing().assimilated().day().input().irrigation().effective();
        for (LedgerDay day : account.days()) {
            effective += day.assimilated().day().input().irrigation().effective();
        }
        return effective * (1 - zone.leachingFraction());
    }

    private int stressDays() {
        return (int) account.days().stream()
                .filter(day -> planting.dayOn(day.date()) <= lastDay())
                .filter(day -> line.passed(day.opening(), day.assimilated().day()))
                .count();
    }
}
