package io.milliwatt.ecg.adapter.view;

import io.milliwatt.ecg.adapter.db.NewsTable;
import io.milliwatt.ecg.alarm.Pause;
import io.milliwatt.ecg.news.NewsUrgency;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** A patient as the wall shows it. What is not known is null. */
public record PatientRow(
        String id,
        String bed,
        String ward,
        long admissionId,
        Instant admittedAt,
        Optional<Instant> dischargedAt,
        List<NodeView> nodes,
        Optional<NumericsView> numerics,
        Optional<VitalsView> vitals,
        Optional<NewsView> news,
        AlarmSummary alarms,
        Optional<PauseView> pause) {

    /** A node on the patient. */
    public record NodeView(
            long nodeId,
            Optional<Instant> lastSeenAt,
            OptionalLong batteryMillivolts,
            OptionalLong heldFrames,
            OptionalLong modelVersion) {}

    /** The newest early-warning score; {@code missing} names what was not measured and counted nothing. */
    public record NewsView(
            Instant at, int score, String band, boolean singleThree, boolean complete, List<String> missing) {

        private static final int MEDIUM_FROM = 5;
        private static final int HIGH_FROM = 7;

        static NewsView of(NewsTable.Row row) {
            return new NewsView(
                    row.at(),
                    row.score(),
                    band(row).label(),
                    row.singleThree(),
                    row.missing().isEmpty(),
                    row.missing());
        }

        private static NewsUrgency band(NewsTable.Row row) {
            if (row.score() >= HIGH_FROM) {
                return NewsUrgency.HIGH;
            }
            if (row.score() >= MEDIUM_FROM) {
                return NewsUrgency.MEDIUM;
            }
            return row.singleThree() ? NewsUrgency.LOW_MEDIUM : NewsUrgency.LOW;
        }
    }

    /**
     * The patient's open alarms in a nutshell.
     *
     * @param highest priority of what is seen, or {@code none}
     * @param sound priority of what is to be heard now, or {@code none}
     * @param message of the most urgent
     */
    public record AlarmSummary(
            int open,
            int unacknowledged,
            int latched,
            String highest,
            boolean technicalOnly,
            String sound,
            String message) {}

    /** Alarms held back; {@code until} is null for what has no end. */
    public record PauseView(String kind, Instant since, Optional<Instant> until, String by) {
        static PauseView of(Pause pause) {
            return new PauseView(pause.kind().label(), pause.since(), pause.until(), pause.by());
        }
    }
}
