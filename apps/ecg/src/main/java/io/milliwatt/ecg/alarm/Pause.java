package io.milliwatt.ecg.alarm;

import io.milliwatt.platform.alarms.Alarm;
import io.milliwatt.platform.alarms.Priority;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/**
 * Alarms of one patient that are held back (IEC 60601-1-8:2006+AMD2:2020 §6.8).
 *
 * @param until empty for the kinds without an end
 * @param highest the highest priority that stood when the pause began; empty when none stood
 */
public record Pause(
        String patient, Kind kind, Instant since, Optional<Instant> until, String by, Optional<Priority> highest) {

    public static final Duration SHORTEST = Duration.ofSeconds(30);
    public static final Duration LONGEST = Duration.ofMinutes(10);

    /** What is held back, and whether it comes back by itself. */
    public enum Kind {
        AUDIO_PAUSED(true),
        ALARM_PAUSED(true),
        AUDIO_OFF(false),
        ALARM_OFF(false);

        private final boolean endsByItself;

        Kind(boolean endsByItself) {
            this.endsByItself = endsByItself;
        }

        public boolean endsByItself() {
            return endsByItself;
        }

        public String label() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        public static Optional<Kind> fromLabel(String label) {
            for (Kind kind : values()) {
                if (kind.label().equals(label)) {
                    return Optional.of(kind);
                }
            }
            return Optional.empty();
        }
    }

    public Pause {
        if (kind.endsByItself() != until.isPresent()) {
            throw new IllegalArgumentException("A pause of the kind '" + kind.label() + "' must "
                    + (kind.endsByItself() ? "say for how many seconds it holds." : "not say when it ends."));
        }
        until.ifPresent(end -> {
            Duration length = Duration.between(since, end);
            if (length.compareTo(SHORTEST) < 0 || length.compareTo(LONGEST) > 0) {
                throw new IllegalArgumentException("The pause is to hold for " + length.toSeconds() + " s; it must be "
                        + SHORTEST.toSeconds() + "…" + LONGEST.toSeconds() + " s.");
            }
        });
    }

    public boolean isOver(Instant now) {
        return until.map(end -> !now.isBefore(end)).orElse(false);
    }

    /** Whether an alarm that was just raised ends this pause: it is of a higher priority than any that stood before. */
    public boolean isBrokenBy(Alarm raised) {
        return kind.endsByItself()
                && !raised.late()
                && highest.map(before -> raised.priority().compareTo(before) < 0)
                        .orElse(true);
    }
}
