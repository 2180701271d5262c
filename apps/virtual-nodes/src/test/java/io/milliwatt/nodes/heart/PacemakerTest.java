package io.milliwatt.nodes.heart;

import static org.assertj.core.api.Assertions.assertThat;

import io.milliwatt.firmware.HeartWatch;
import io.milliwatt.firmware.NativeHeart;
import io.milliwatt.firmware.NativeHeart.Beat;
import io.milliwatt.models.ReleasedModels;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A paced heart of the model, watched by a node that knows of the pacemaker. */
class PacemakerTest {
    private static final int RATE_HZ = 360;
    private static final int SECONDS = 60;
    private static final int PACED = 4;

    @Test
    void itsBeatsAreMarkedWhereTheConverterSeesTheSpike() {
        HeartScenario paced = HeartScenario.sinus(75).with(new Episode(Rhythm.PACED, 70, 0, 1_000, 0));
        assertThat(paced.hasPacemaker()).isTrue();
        List<Beat> beats = beats(paced);
        assertThat(beats).hasSizeBetween(52, 60);
        // At 360 Hz seven in ten spikes of 2 ms fall on a sample.
        assertThat(beats.stream().filter(beat -> (beat.flags() & PACED) != 0).count())
                .isGreaterThan(beats.size() / 2);
    }

    @Test
    void aHeartOfItsOwnHasNoMarks() {
        assertThat(HeartScenario.sinus(75).hasPacemaker()).isFalse();
        assertThat(beats(HeartScenario.sinus(75))).noneMatch(beat -> (beat.flags() & PACED) != 0);
    }

    private static List<Beat> beats(HeartScenario scenario) {
        double[] lead = new double[SECONDS * RATE_HZ];
        new HeartSignal(scenario, RATE_HZ, 7).next(lead, new double[lead.length]);
        short[] counts = new short[lead.length];
        ElectrodeConverter.convert(lead, counts);
        byte[] bundle = ReleasedModels.newest("ecg").orElseThrow().bundle();
        HeartWatch watch = HeartWatch.SILENT.withPacemaker(true);
        try (NativeHeart heart = new NativeHeart(bundle, ElectrodeConverter.NANO_MILLIVOLT_PER_COUNT, watch)) {
            return heart.accept(counts).stream()
                    .filter(Beat.class::isInstance)
                    .map(Beat.class::cast)
                    .toList();
        }
    }
}
