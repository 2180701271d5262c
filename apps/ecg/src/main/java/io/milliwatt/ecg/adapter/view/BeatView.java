package io.milliwatt.ecg.adapter.view;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.milliwatt.ecg.label.Label;
import io.milliwatt.ecg.signal.Beat;
import java.time.Instant;
import java.util.Optional;

/** A beat; {@code t} in milliseconds since 1970. {@code label} is a person's newest word on it. */
public record BeatView(
        long t,
        long nodeId,
        @JsonProperty("class") String beatClass,
        double confidence,
        boolean abstained,
        boolean inAtrialFibrillation,
        boolean paced,
        boolean searchBack,
        long modelVersion,
        Optional<BeatLabel> label) {

    /** What a person said of the beat. */
    public record BeatLabel(@JsonProperty("class") String beatClass, String by, Instant at, int version) {
        static BeatLabel of(Label label) {
            return new BeatLabel(label.after(), label.by(), label.at(), label.version());
        }
    }

    public static BeatView of(Beat beat, Optional<Label> label) {
        return new BeatView(
                beat.at().toEpochMilli(),
                beat.node(),
                String.valueOf(beat.beatClass().letter()),
                beat.confidence(),
                beat.abstained(),
                beat.inAtrialFibrillation(),
                beat.pacingSpike(),
                beat.foundLate(),
                beat.modelVersion(),
                label.map(BeatLabel::of));
    }
}
