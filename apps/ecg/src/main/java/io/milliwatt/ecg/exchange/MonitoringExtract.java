package io.milliwatt.ecg.exchange;

import io.milliwatt.ecg.event.Episode;
import io.milliwatt.ecg.news.NewsScore;
import io.milliwatt.ecg.news.OxygenScale;
import io.milliwatt.ecg.patient.Bed;
import io.milliwatt.ecg.signal.Beat;
import io.milliwatt.ecg.signal.Trace;
import io.milliwatt.ecg.vitals.VitalSigns;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * One stretch of a patient's monitoring.
 *
 * @param patient the pseudonym
 * @param bed where the patient lies, if still admitted
 * @param leads by channel, as far as somebody has said; channels beyond are unspecified
 * @param episodes that touch the stretch
 * @param rates as the node told them last within the stretch
 * @param vitals the newest of the stretch, {@link VitalSigns#NONE} without any
 * @param news the score at the stretch's end
 */
public record MonitoringExtract(
        String patient,
        Optional<Bed> bed,
        Instant from,
        Instant to,
        List<EcgLead> leads,
        List<Trace> traces,
        List<Beat> beats,
        List<Episode> episodes,
        Optional<Rates> rates,
        VitalSigns vitals,
        Optional<DatedNews> news) {

    /** What the ECG itself tells in numbers; a rate that the node did not know is absent. */
    public record Rates(Instant at, OptionalDouble heartRatePerMinute, OptionalDouble respirationRatePerMinute) {}

    /** A score with its time and the scale it was made on. */
    public record DatedNews(Instant at, OxygenScale scale, NewsScore score) {}

    public MonitoringExtract {
        leads = List.copyOf(leads);
        traces = List.copyOf(traces);
        beats = List.copyOf(beats);
        episodes = List.copyOf(episodes);
        if (!from.isBefore(to)) {
            throw new IllegalArgumentException("The stretch ends at " + to + ", which is not after its begin at " + from
                    + ". Give an end that is later.");
        }
    }

    public EcgLead leadOf(Trace trace) {
        return trace.channel() < leads.size() ? leads.get(trace.channel()) : EcgLead.UNSPECIFIED;
    }

    /** A name for the trace that is its own within the extract, such as {@code II} or {@code ECG 17-1}. */
    public String traceName(Trace trace) {
        EcgLead lead = leadOf(trace);
        long sameLead = traces.stream()
                .filter(other -> other.channel() == trace.channel())
                .count();
        return lead == EcgLead.UNSPECIFIED || sameLead > 1
                ? "ECG " + trace.node() + "-" + trace.channel()
                        + (lead == EcgLead.UNSPECIFIED ? "" : " " + lead.label())
                : lead.label();
    }
}
