package io.milliwatt.irrigation.briefing;

import io.milliwatt.telemetry.command.IrrigationCommand.Lines;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * The lines that a node was told last. A node confirms them by its next reading; without that they are told again, a few times, as long as the node is
 * heard. A battery pays for each word: lines that hardly moved are not told.
 *
 * @param forDay whose roots they are for
 * @param tries that were made
 * @param boot of the node when it was told
 * @param confirmedAt empty until the node has said so
 */
public record LinesTold(
        List<Lines> lines, LocalDate forDay, Instant at, int tries, long boot, Optional<Instant> confirmedAt) {

    /** After so many words that a node that speaks has not confirmed, something else is wrong. */
    public static final int MOST_TRIES = 4;

    /** The sensors' own resolution is 0.1 % by volume and their error many times that, 0.01 %. */
    private static final int LEAST_CHANGE = 20;

    /** A node reads its probes four times an hour, so that it can confirm within the first. */
    private static final List<Duration> PAUSES =
            List.of(Duration.ofMinutes(30), Duration.ofHours(3), Duration.ofHours(12));

    public LinesTold {
        lines = List.copyOf(lines);
    }

    /** What is to be told now; empty where nothing is. */
    public static Optional<LinesTold> next(
            Optional<LinesTold> before, List<Lines> wanted, LocalDate today, NodeSign sign, Instant now) {
        LinesTold first = new LinesTold(wanted, today, now, 1, sign.boot(), Optional.empty());
        if (before.isEmpty() || before.get().isFarFrom(wanted)) {
            return Optional.of(first);
        }
        LinesTold told = before.get();
        if (told.restartedSince(sign) && !now.isBefore(told.at.plus(PAUSES.getFirst()))) {
            return Optional.of(first);
        }
        boolean waits = told.confirmedAt.isEmpty()
                && told.tries < MOST_TRIES
                && sign.at().isAfter(told.at);
        return waits && !now.isBefore(told.at.plus(PAUSES.get(told.tries - 1)))
                ? Optional.of(new LinesTold(wanted, today, now, told.tries + 1, sign.boot(), Optional.empty()))
                : Optional.empty();
    }

    /** Whether any line has moved so far that it is worth a word. */
    public boolean isFarFrom(List<Lines> wanted) {
        boolean far = wanted.size() != lines.size();
        for (int i = 0; !far && i < lines.size(); i++) {
            far = Math.abs(wanted.get(i).refill() - lines.get(i).refill()) >= LEAST_CHANGE
                    || Math.abs(wanted.get(i).full() - lines.get(i).full()) >= LEAST_CHANGE;
        }
        return far;
    }

    /** A node that was started anew may have lost them. */
    private boolean restartedSince(NodeSign sign) {
        return sign.boot() != boot && sign.at().isAfter(at);
    }
}
