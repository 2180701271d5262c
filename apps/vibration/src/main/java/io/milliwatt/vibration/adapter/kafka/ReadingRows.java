package io.milliwatt.vibration.adapter.kafka;

import io.milliwatt.platform.ingest.FrameRows;
import io.milliwatt.platform.ingest.ReceivedFrame;
import io.milliwatt.platform.storage.FeatureRow;
import io.milliwatt.platform.storage.TrendSample;
import io.milliwatt.telemetry.Features;
import io.milliwatt.vibration.condition.Quantity;
import io.milliwatt.vibration.condition.Readings;
import java.util.Arrays;
import java.util.stream.Stream;

/** Features frames as rows of readings. */
final class ReadingRows {

    private ReadingRows() {}

    /** The row of a features frame; nothing for other kinds. */
    static Stream<FeatureRow> features(ReceivedFrame received) {
        return FrameRows.features(received, ReadingRows::isKnown);
    }

    /** What a row adds to the rollups: each quantity, in its unit. */
    static Stream<TrendSample> trendSamples(FeatureRow row) {
        return Readings.of(row.recipeId(), row.recipeVersion(), row.measured()).stream()
                .flatMap(readings -> Arrays.stream(Quantity.values())
                        .map(quantity -> TrendSample.of(
                                row.node(), quantity.trendNumber(), row.at(), readings.value(quantity))));
    }

    private static boolean isKnown(Features features) {
        return Readings.of(features.recipeId(), features.recipeVersion(), features.values())
                .isPresent();
    }
}
