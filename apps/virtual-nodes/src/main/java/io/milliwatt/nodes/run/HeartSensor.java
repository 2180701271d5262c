package io.milliwatt.nodes.run;

import io.milliwatt.firmware.HeartWatch;
import io.milliwatt.firmware.NativeNode;
import io.milliwatt.firmware.NodeConfiguration;
import io.milliwatt.nodes.fleet.PatientNode;
import io.milliwatt.nodes.heart.Battery;
import io.milliwatt.nodes.heart.BedsideSensors;
import io.milliwatt.nodes.heart.ElectrodeConverter;
import io.milliwatt.nodes.heart.ElectrodeSignal;
import java.util.Optional;

/** The electrodes of a node on a chest, and the further sensors at the bed. */
final class HeartSensor implements SensorFeed {
    static final double SAMPLE_RATE_HZ = 360;

    private static final int BLOCK_SAMPLES = 36;
    private static final double BLOCK_SECONDS = BLOCK_SAMPLES / SAMPLE_RATE_HZ;
    private static final int LEADS = 2;
    private static final int VITALS_EVERY_WINDOWS = 1;

    /** Two leads of a heart and all the rest are some 1.5 kB a second: an hour without a link. */
    private static final int FRAME_STORE_BYTES = 6 << 20;

    private static final int CAPTURES_ON_REQUEST = 0;
    private static final int CAPTURE_BLOCKS = 10;
    private static final double BATTERY_EVERY_SECONDS = 10;

    private final ElectrodeSignal electrodes;
    private final Optional<BedsideSensors> sensors;
    private final Battery battery;
    private final double[] lead1Millivolt = new double[BLOCK_SAMPLES];
    private final double[] lead2Millivolt = new double[BLOCK_SAMPLES];
    private final short[] counts = new short[BLOCK_SAMPLES];
    private double timeSeconds;
    private double nextReadingSeconds;
    private double nextMeasurementSeconds;

    HeartSensor(ElectrodeSignal electrodes, Optional<BedsideSensors> sensors, Battery battery) {
        this.electrodes = electrodes;
        this.battery = battery;
        this.sensors = sensors;
    }

    static NodeConfiguration configuration(PatientNode patient, long boot, byte[] key) {
        return NodeConfiguration.heart(patient.nodeId(), boot, key, ElectrodeConverter.NANO_MILLIVOLT_PER_COUNT)
                .withStoreAndIntervals(FRAME_STORE_BYTES, VITALS_EVERY_WINDOWS, CAPTURES_ON_REQUEST, CAPTURE_BLOCKS)
                .withHeartWatch(HeartWatch.ONE_LEAD
                        .withStreamedChannels(LEADS)
                        .withBatteryLow(patient.battery().lowMillivolts()));
    }

    @Override
    public double blockMillis() {
        return 1000 * BLOCK_SECONDS;
    }

    @Override
    public void feel(NativeNode node, long atMillis) {
        electrodes.next(lead1Millivolt, lead2Millivolt);
        ElectrodeConverter.convert(lead1Millivolt, counts);
        node.samples(counts, atMillis);
        ElectrodeConverter.convert(lead2Millivolt, counts);
        node.secondLead(counts);
        timeSeconds += BLOCK_SECONDS;
        measureBattery(node);
        sensors.ifPresent(present -> read(present, node, atMillis));
    }

    private void measureBattery(NativeNode node) {
        if (timeSeconds >= nextMeasurementSeconds) {
            nextMeasurementSeconds = timeSeconds + BATTERY_EVERY_SECONDS;
            node.battery(battery.millivoltsAt(timeSeconds));
        }
    }

    private void read(BedsideSensors present, NativeNode node, long atMillis) {
        if (timeSeconds >= nextReadingSeconds) {
            nextReadingSeconds = timeSeconds + present.everySeconds();
            node.sensorReadings(BedsideReadings.of(present.at(timeSeconds), atMillis));
        }
    }
}
