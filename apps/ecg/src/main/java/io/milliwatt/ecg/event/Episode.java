package io.milliwatt.ecg.event;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Something that began and, mostly, ended.
 *
 * @param patient who the node was on at the onset; empty where it was on nobody
 * @param eventClass by number, since a node may know a class that this server does not
 * @param onsetKnown false where only the end reached the server
 * @param probability 0…255 for 0…1
 * @param measured heart rate per minute, beats so far and duration in ms, as far as the node told them
 */
public record Episode(
        long id,
        long node,
        long boot,
        Optional<String> patient,
        int eventClass,
        Instant onsetAt,
        boolean onsetKnown,
        Optional<Instant> endAt,
        int probability,
        List<Long> measured,
        boolean late,
        boolean clockSuspect) {

    public Episode {
        measured = List.copyOf(measured);
    }

    public Optional<EventClass> known() {
        return EventClass.fromNumber(eventClass);
    }
}
