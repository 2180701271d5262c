package io.milliwatt.ecg.adapter.view;

import io.milliwatt.ecg.adapter.db.NewsTable;
import io.milliwatt.ecg.alarm.Pause;
import io.milliwatt.ecg.news.NewsParameter;
import io.milliwatt.ecg.news.NewsPart;
import io.milliwatt.ecg.news.NewsScore;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** A patient as the wall shows it. What is not known is null. */
public record PatientRow(
        String id,
        String bed,
        String ward,
        long admissionId,
        Instant admittedAt,
        Optional<Instant> dischargedAt,
        boolean hasPacemaker,
        List<NodeView> nodes,
        Optional<NumericsView> numerics,
        Optional<VitalsView> vitals,
        Optional<NewsView> news,
        AlarmSummary alarms,
        Optional<PauseView> pause) {

    /**
     * A node on the patient.
     *
     * @param patientConfirmed whether it has said that it watches for this stay, with the pacemaker setting that holds
     */
    public record NodeView(
            long nodeId,
            Optional<Instant> lastSeenAt,
            OptionalLong batteryMillivolts,
            OptionalLong heldFrames,
            OptionalLong modelVersion,
            boolean patientConfirmed) {}

    /**
     * The newest early-warning score.
     *
     * @param missing what was not measured and counted nothing
     * @param parts the points of each parameter, in the order of the chart
     */
    public record NewsView(
            Instant at,
            int score,
            String band,
            boolean singleThree,
            boolean complete,
            List<String> missing,
            List<PartView> parts) {

        /** One parameter's points, 0 to 3; absent while it was not measured. */
        public record PartView(String name, String unit, OptionalInt points) {
            static PartView of(NewsPart part) {
                return new PartView(part.parameter().label(), part.parameter().unit(), part.points());
            }
        }

        static NewsView of(NewsTable.Row row) {
            NewsScore score = row.score();
            return new NewsView(
                    row.at(),
                    score.knownPoints(),
                    score.leastUrgency().label(),
                    !score.red().isEmpty(),
                    score.isComplete(),
                    score.missing().stream().map(NewsParameter::label).toList(),
                    score.parts().stream().map(PartView::of).toList());
        }
    }

    /**
     * The patient's open alarms in a nutshell.
     *
     * @param highest priority of what is seen, or {@code none}
     * @param sound priority of what is to be heard now, or {@code none}
     * @param words the most urgent in two or three words, for a place that holds no sentence
     * @param message of the most urgent
     */
    public record AlarmSummary(
            int open,
            int unacknowledged,
            int latched,
            String highest,
            boolean technicalOnly,
            String sound,
            String words,
            String message) {}

    /** Alarms held back; {@code until} is null for what has no end. */
    public record PauseView(String kind, Instant since, Optional<Instant> until, String by) {
        static PauseView of(Pause pause) {
            return new PauseView(pause.kind().label(), pause.since(), pause.until(), pause.by());
        }
    }
}
