package io.milliwatt.ecg.adapter.kafka;

import io.milliwatt.ecg.adapter.db.BeatTable;
import io.milliwatt.ecg.adapter.db.VitalSignsTable;
import io.milliwatt.ecg.vitals.Numerics;
import io.milliwatt.ecg.vitals.Quantity;
import io.milliwatt.ecg.vitals.VitalSigns;
import io.milliwatt.platform.ingest.FrameRows;
import io.milliwatt.platform.ingest.ReceivedFrame;
import io.milliwatt.platform.storage.FeatureRow;
import io.milliwatt.platform.storage.TrendSample;
import io.milliwatt.telemetry.Beats;
import io.milliwatt.telemetry.SensorVitals;
import java.time.Instant;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/** Frames of ECG nodes as rows. */
final class HeartRows {

    private HeartRows() {}

    /** The row of a features frame; nothing for other kinds. */
    static Stream<FeatureRow> features(ReceivedFrame received) {
        return FrameRows.features(
                received,
                features -> Numerics.of(Instant.EPOCH, features.recipeId(), features.values(), features.qualityFlags())
                        .isPresent());
    }

    static Stream<Numerics> numerics(FeatureRow row) {
        return Numerics.of(row.at(), row.recipeId(), row.measured(), row.qualityFlags()).stream();
    }

    static Stream<BeatTable.Row> beats(ReceivedFrame received) {
        return received.frame().body() instanceof Beats beats
                ? Stream.of(new BeatTable.Row(
                        received.frame().identity(), FrameRows.told(received, beats.start()), received.late(), beats))
                : Stream.empty();
    }

    static Stream<VitalSignsTable.Row> vitalSigns(ReceivedFrame received) {
        return received.frame().body() instanceof SensorVitals vitals
                ? Stream.of(new VitalSignsTable.Row(
                        received.frame().identity(), FrameRows.told(received, vitals.time()), received.late(), vitals))
                : Stream.empty();
    }

    /** What a second adds to the rollups; what the node does not know adds nothing. */
    static Stream<TrendSample> trendSamples(FeatureRow row) {
        return numerics(row)
                .flatMap(numerics -> Stream.of(
                                sample(row.node(), Quantity.HEART_RATE, row.at(), numerics.heartRatePerMinute()),
                                sample(
                                        row.node(),
                                        Quantity.RESPIRATION_RATE,
                                        row.at(),
                                        numerics.respirationRatePerMinute()),
                                sample(
                                        row.node(),
                                        Quantity.SIGNAL_QUALITY,
                                        row.at(),
                                        OptionalDouble.of(numerics.signalQualityPercent())),
                                sample(
                                        row.node(),
                                        Quantity.VENTRICULAR_SHARE,
                                        row.at(),
                                        OptionalDouble.of(numerics.ventricularShare())))
                        .flatMap(sample -> sample));
    }

    /** What a measurement adds to the rollups. */
    static Stream<TrendSample> trendSamples(VitalSignsTable.Row row) {
        VitalSigns signs = row.signs();
        long node = row.identity().node();
        return Stream.of(
                        sample(node, Quantity.OXYGEN_SATURATION, row.at(), signs.oxygenSaturationPercent()),
                        sample(node, Quantity.TEMPERATURE, row.at(), signs.temperatureCelsius()),
                        sample(node, Quantity.SYSTOLIC, row.at(), signs.systolicMillimetresOfMercury()),
                        sample(node, Quantity.DIASTOLIC, row.at(), signs.diastolicMillimetresOfMercury()))
                .flatMap(sample -> sample);
    }

    private static Stream<TrendSample> sample(long node, Quantity quantity, Instant at, OptionalDouble value) {
        return value.isPresent()
                ? Stream.of(TrendSample.of(node, quantity.trendNumber(), at, value.getAsDouble()))
                : Stream.empty();
    }
}
