package io.milliwatt.ecg.adapter.view;

import io.milliwatt.ecg.label.Label;
import io.milliwatt.ecg.label.Label.Stored;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/** A label as it is listed and exported. */
public record LabelView(
        long id,
        int version,
        String kind,
        String target,
        String patientId,
        long nodeId,
        int channel,
        Optional<Long> eventId,
        Instant from,
        Instant to,
        Optional<Long> bootId,
        Optional<Long> firstSample,
        Optional<Long> lastSample,
        Optional<String> samplesSha256,
        String before,
        String after,
        Optional<String> verdict,
        Optional<String> comment,
        String by,
        Instant at) {

    public static LabelView of(Label label) {
        Optional<Stored> stored = label.samples().stored();
        return new LabelView(
                label.id(),
                label.version(),
                label.target().kind().name().toLowerCase(Locale.ROOT),
                label.target().key(),
                label.target().patient(),
                label.target().node(),
                label.target().channel(),
                label.target().episode(),
                label.samples().from(),
                label.samples().to(),
                stored.map(Stored::boot),
                stored.map(Stored::firstSample),
                stored.map(Stored::lastSample),
                stored.map(Stored::sha256),
                label.before(),
                label.after(),
                label.verdict().map(said -> said.name().toLowerCase(Locale.ROOT)),
                label.comment(),
                label.by(),
                label.at());
    }
}
