package io.milliwatt.irrigation;

import io.milliwatt.dsp.soil.balance.WaterLimits;
import io.milliwatt.dsp.soil.crop.CropClimate;
import io.milliwatt.dsp.soil.quantity.WaterContent;
import io.milliwatt.irrigation.ledger.Entry;
import io.milliwatt.irrigation.ledger.Evidence;
import io.milliwatt.irrigation.ledger.WeatherOrigin;
import io.milliwatt.irrigation.probe.DepthReading;
import io.milliwatt.irrigation.probe.Probe;
import io.milliwatt.irrigation.probe.ProbeDepth;
import io.milliwatt.irrigation.probe.ProbeDigest;
import io.milliwatt.irrigation.probe.ReadingFlag;
import io.milliwatt.irrigation.site.Position;
import io.milliwatt.irrigation.site.Site;
import io.milliwatt.irrigation.zone.CropTable;
import io.milliwatt.irrigation.zone.IrrigationMethod;
import io.milliwatt.irrigation.zone.LimitsOrigin;
import io.milliwatt.irrigation.zone.Planting;
import io.milliwatt.irrigation.zone.RefillRule;
import io.milliwatt.irrigation.zone.SoilHorizon;
import io.milliwatt.irrigation.zone.Zone;
import io.milliwatt.irrigation.zone.ZoneSoil;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/** A small farm in Extremadura for the tests: one hectare of maize on loam under sprinklers without losses. */
public final class TestFarm {
    public static final ZoneId MADRID = ZoneId.of("Europe/Madrid");
    public static final Site SITE = new Site("home", "Home farm", new Position(-6.3, 38.9), 200, MADRID, "EUR");
    public static final LocalDate PLANTED = LocalDate.of(2026, 4, 1);
    public static final Planting MAIZE =
            new Planting("maize", CropTable.named("maize"), PLANTED, Optional.empty(), OptionalDouble.of(0));
    public static final Probe PROBE = new Probe(
            "p1",
            "north-a",
            301,
            List.of(ProbeDepth.of(0, 15), ProbeDepth.of(1, 40), ProbeDepth.of(2, 80)),
            Instant.parse("2026-01-01T00:00:00Z"),
            Optional.empty());

    private static final CropClimate CLIMATE = new CropClimate(2, 45);

    private TestFarm() {}

    public static ZoneSoil loam() {
        return new ZoneSoil(
                List.of(layer(0.3, 0.28, 0.14), layer(1.2, 0.26, 0.13)), 0.1, 8, 12, OptionalDouble.empty());
    }

    private static SoilHorizon layer(double bottom, double capacity, double wilting) {
        return new SoilHorizon(
                bottom,
                Optional.empty(),
                WaterLimits.ofFractions(capacity, wilting),
                WaterContent.ofFraction(0.46),
                LimitsOrigin.MEASURED);
    }

    public static Zone zone() {
        return zone(new IrrigationMethod(IrrigationMethod.Kind.SPRINKLER, 67.5, 1, 1));
    }

    public static Zone zone(IrrigationMethod method) {
        return new Zone(
                "north-a",
                "north",
                "North A",
                Optional.empty(),
                1,
                Optional.of(loam()),
                Optional.of(MAIZE),
                method,
                RefillRule.at(0.5),
                Optional.empty(),
                Optional.empty());
    }

    public static Instant at(LocalDate date, int hour, int minute) {
        return date.atTime(LocalTime.of(hour, minute)).atZone(MADRID).toInstant();
    }

    public static Entry.Weather weather(LocalDate date, double reference) {
        return new Entry.Weather(date, reference, CLIMATE, WeatherOrigin.STATION, SITE.startOf(date.plusDays(1)));
    }

    public static Entry.Weather forecast(LocalDate date, double reference) {
        return new Entry.Weather(date, reference, CLIMATE, WeatherOrigin.PROVIDER, SITE.startOf(date));
    }

    public static Entry.Rain rain(Instant from, Instant until, double millimetres) {
        return new Entry.Rain("gauge", from, until, millimetres, until);
    }

    /** A day of one gauge interval. */
    public static Entry.Rain dayRain(LocalDate date, double millimetres) {
        return rain(SITE.startOf(date), SITE.startOf(date.plusDays(1)), millimetres);
    }

    public static Entry.Watering watering(String run, Instant from, Instant until, double cubicMetres, Evidence how) {
        return new Entry.Watering(run, from, until, cubicMetres, how, until);
    }

    /** Readings every quarter of an hour for the six hours before a moment, all alike. */
    public static List<DepthReading> readings(Instant until, double percent, Set<ReadingFlag> flags) {
        List<DepthReading> readings = new ArrayList<>();
        for (int i = 0; i < 24; i++) {
            for (ProbeDepth depth : PROBE.depths()) {
                readings.add(new DepthReading(
                        until.minusSeconds(900L * i + 1), depth.channel(), percent, OptionalDouble.of(15), flags));
            }
        }
        return readings;
    }

    public static ProbeDigest digest(Instant at, double percent, Set<ReadingFlag> flags) {
        return ProbeDigest.of(PROBE, readings(at, percent, flags), at);
    }

    public static Entry.Probed probed(LocalDate date, double percent, Set<ReadingFlag> flags) {
        Instant evening = SITE.startOf(date.plusDays(1));
        return new Entry.Probed(date, digest(evening, percent, flags), evening);
    }
}
