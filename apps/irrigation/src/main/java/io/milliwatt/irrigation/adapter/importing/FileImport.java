package io.milliwatt.irrigation.adapter.importing;

import io.milliwatt.irrigation.adapter.view.ReasonView;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What became of a file.
 *
 * @param rows that it has
 * @param accepted rows of which something was taken
 * @param flagged values that were left out of decisions, and kept
 * @param repeated rows that were there already
 * @param problems the first of them; the line is empty where it is the whole file's
 */
public record FileImport(
        long id,
        String name,
        String kind,
        int rows,
        int accepted,
        int flagged,
        int repeated,
        Optional<Days> days,
        List<Problem> problems,
        Instant at,
        String by) {

    /** From the first to the last day. */
    public record Days(LocalDate from, LocalDate to) {}

    public record Problem(Optional<Integer> line, ReasonView reason) {}

    FileImport withId(long number) {
        return new FileImport(number, name, kind, rows, accepted, flagged, repeated, days, problems, at, by);
    }

    /** The same file again: nothing of it is new. */
    FileImport again(Instant when, String who) {
        return new FileImport(id, name, kind, rows, 0, 0, rows, days, problems, when, who);
    }
}
