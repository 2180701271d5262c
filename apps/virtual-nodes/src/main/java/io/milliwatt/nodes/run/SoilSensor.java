package io.milliwatt.nodes.run;

import io.milliwatt.firmware.NativeIrrigation;
import io.milliwatt.firmware.NativeNode;
import io.milliwatt.firmware.NodeConfiguration;
import io.milliwatt.firmware.SoilMoment;
import io.milliwatt.firmware.SoilProbes;
import io.milliwatt.firmware.ValveOutputs;
import io.milliwatt.nodes.fleet.ZoneNode;
import io.milliwatt.nodes.soil.FieldScenario;
import io.milliwatt.nodes.soil.FieldWeather;
import io.milliwatt.nodes.soil.IrrigatedZone;
import io.milliwatt.nodes.soil.ProbeSignal;
import io.milliwatt.nodes.soil.SoilFault;
import io.milliwatt.nodes.soil.SoilLayers;
import java.util.List;
import java.util.Set;

/**
 * The probes, gauge, meter and valve of a node in a zone. At its first start a node lives the zone's last days fast, each reading with its
 * own past time, so that it knows its soil when real time begins.
 */
final class SoilSensor implements SensorFeed {
    private static final long MILLIS = 1_000;
    private static final int HISTORY_READING_SECONDS = 900;
    private static final long SECONDS_PER_DAY = 86_400;
    private static final long FAULTS_EVERY_MILLIS = 5_000;
    private static final int FRAME_STORE_BYTES = 1 << 20;
    private static final int BATTERY_MILLIVOLTS = 2_950;
    private static final int CENTI = 100;
    private static final long FARM_SEED = 7;

    private final FieldScenario field;
    private final FaultSwitch faultSwitch;
    private final ZoneMemory memory;
    private final ProbeSignal probes;
    private IrrigatedZone zone;
    private NativeIrrigation irrigation;
    private Set<SoilFault> faults = Set.of();
    private long storyBeganMillis;
    private long lastMillis;
    private long uptimeMillis;
    private long nextReadingMillis;
    private long nextFaultsMillis;

    SoilSensor(ZoneNode node, ZoneMemory memory, FaultSwitch faultSwitch) {
        this.field = node.field();
        this.memory = memory;
        this.faultSwitch = faultSwitch;
        probes = new ProbeSignal(node.nodeId());
    }

    static NodeConfiguration configuration(ZoneNode node, long boot, byte[] key) {
        return NodeConfiguration.soil(node.nodeId(), boot, key).withStoreAndIntervals(FRAME_STORE_BYTES, 1, 0, 1);
    }

    @Override
    public boolean outOfReach() {
        return faults.contains(SoilFault.RADIO_SILENCE);
    }

    @Override
    public double blockMillis() {
        return MILLIS;
    }

    /** Each life of the firmware gets its probes and its valve, before it takes its snapshot over. */
    @Override
    public void prepare(NativeNode node) {
        SoilProbes depths = new SoilProbes(
                field.depthsMillimetres().stream().map(SoilProbes.Depth::of).toList(),
                (int) Math.round(CENTI * field.latitudeDegrees()),
                field.utcOffsetMinutes(),
                field.rootMillimetres());
        ValveOutputs valves = field.valve().map(SoilSensor::outputs).orElse(ValveOutputs.NONE);
        irrigation = node.irrigate(depths, valves, field.compact());
        uptimeMillis = 0;
    }

    private static ValveOutputs outputs(FieldScenario.FieldValve valve) {
        return ValveOutputs.usual(1, valve.maximumSeconds(), valve.millilitresPerPulse(), (int)
                Math.round(CENTI * valve.areaSquareMetres()));
    }

    @Override
    public void feel(NativeNode node, long atMillis) {
        if (zone == null) {
            begin(atMillis);
        }
        double seconds = Math.max(0, atMillis - lastMillis) / (double) MILLIS;
        uptimeMillis += Math.max(0, atMillis - lastMillis);
        lastMillis = atMillis;
        if (atMillis >= nextFaultsMillis) {
            nextFaultsMillis = atMillis + FAULTS_EVERY_MILLIS;
            faults = faultSwitch.present(field.faults(), (atMillis - storyBeganMillis) / MILLIS);
            zone.setFaults(faults);
        }
        zone.pass(seconds * field.speed(), seconds, (irrigation.openValves() & 1) != 0);
        irrigation.water(uptimeMillis, zone.pulses(), atMillis);
        if (atMillis >= nextReadingMillis) {
            nextReadingMillis = atMillis + MILLIS * field.readingSeconds();
            read(atMillis);
            memory.keep(zone.waterFractions(), atMillis / MILLIS);
        }
    }

    /** With the soil as it was left, or as it became in the days before. */
    private void begin(long nowMillis) {
        storyBeganMillis = nowMillis;
        FieldWeather weather = new FieldWeather(field, FARM_SEED);
        long nowSeconds = nowMillis / MILLIS;
        ZoneMemory.Kept kept = memory.read().orElse(null);
        if (kept == null) {
            long then = nowSeconds - field.historyDays() * SECONDS_PER_DAY;
            zone = new IrrigatedZone(field, weather, new SoilLayers(field), then);
            live(then, nowSeconds);
        } else {
            zone = new IrrigatedZone(field, weather, new SoilLayers(field, kept.waterFractions()), kept.epochSeconds());
            zone.pass(Math.max(0, nowSeconds - kept.epochSeconds()), 0, false);
        }
        lastMillis = nowMillis;
    }

    private void live(long fromSeconds, long toSeconds) {
        for (long at = fromSeconds; at < toSeconds - HISTORY_READING_SECONDS; at += HISTORY_READING_SECONDS) {
            uptimeMillis += MILLIS * HISTORY_READING_SECONDS;
            irrigation.water(uptimeMillis, zone.pulses(), MILLIS * at);
            read(MILLIS * at);
            zone.pass(HISTORY_READING_SECONDS, 0, false);
        }
    }

    private void read(long atMillis) {
        List<Integer> depths = field.depthsMillimetres();
        short[] water = new short[depths.size()];
        short[] soil = new short[depths.size()];
        for (int probe = 0; probe < water.length; probe++) {
            water[probe] = probes.water(probe, zone.waterPercent(depths.get(probe)), faults);
            soil[probe] = ProbeSignal.hundredths(zone.soilCelsius(depths.get(probe)));
        }
        irrigation.soil(new SoilMoment(
                atMillis / MILLIS,
                water,
                soil,
                ProbeSignal.hundredths(zone.airCelsius()),
                zone.takeRainTenths(),
                BATTERY_MILLIVOLTS));
    }
}
