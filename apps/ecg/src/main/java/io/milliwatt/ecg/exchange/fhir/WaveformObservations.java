package io.milliwatt.ecg.exchange.fhir;

import io.milliwatt.ecg.exchange.EcgLead;
import io.milliwatt.ecg.exchange.MonitoringExtract;
import io.milliwatt.ecg.exchange.SampleGrid;
import io.milliwatt.ecg.exchange.fhir.FhirObservation.CodeableConcept;
import io.milliwatt.ecg.exchange.fhir.FhirObservation.Component;
import io.milliwatt.ecg.exchange.fhir.FhirObservation.Note;
import io.milliwatt.ecg.exchange.fhir.FhirObservation.Period;
import io.milliwatt.ecg.exchange.fhir.FhirObservation.Reference;
import io.milliwatt.ecg.exchange.fhir.FhirObservation.SampledData;
import io.milliwatt.ecg.signal.SignalQuality;
import io.milliwatt.ecg.signal.Trace;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The signal: one Observation per node, one component per channel. */
final class WaveformObservations {

    private static final BigDecimal MILLIS_PER_SECOND = BigDecimal.valueOf(1000);
    /** More digits than any clock keeps. */
    private static final MathContext PERIOD_DIGITS = new MathContext(12);

    private WaveformObservations() {}

    static List<FhirObservation> of(MonitoringExtract extract) {
        return extract.traces().stream()
                .map(Trace::node)
                .distinct()
                .map(node -> ofNode(extract, node))
                .toList();
    }

    private static FhirObservation ofNode(MonitoringExtract extract, long node) {
        List<Trace> traces =
                extract.traces().stream().filter(trace -> trace.node() == node).toList();
        return new FhirObservation(
                "Observation",
                FhirCodes.id("ecg-" + node, extract.patient(), extract.from()),
                FhirCodes.FINAL,
                List.of(FhirCodes.category("procedure", "Procedure")),
                lead(EcgLead.UNSPECIFIED, Optional.empty()),
                FhirCodes.patient(extract.patient()),
                Optional.empty(),
                Optional.of(new Period(extract.from().toString(), extract.to().toString())),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                notes(traces),
                Optional.of(new Reference(Optional.empty(), Optional.of("Milliwatt node " + node))),
                traces.stream().map(trace -> component(extract, trace)).toList());
    }

    private static Component component(MonitoringExtract extract, Trace trace) {
        EcgLead lead = extract.leadOf(trace);
        SampleGrid grid = SampleGrid.of(trace, extract.from(), extract.to());
        return new Component(
                lead(lead, Optional.of("Channel " + trace.channel() + (trace.channel() == 0 ? ", analysed" : ""))),
                Optional.empty(),
                Optional.empty(),
                Optional.of(new SampledData(
                        FhirCodes.ucum(0, trace.unit(), trace.unit()),
                        MILLIS_PER_SECOND
                                .divide(BigDecimal.valueOf(trace.sampleRateHz()), PERIOD_DIGITS)
                                .stripTrailingZeros(),
                        BigDecimal.valueOf(trace.unitsPerCount()),
                        1,
                        data(grid))),
                Optional.empty());
    }

    private static CodeableConcept lead(EcgLead lead, Optional<String> text) {
        return new CodeableConcept(List.of(FhirCodes.mdc(lead.potentialCode(), lead.potentialName())), text);
    }

    /** FHIR's own letter E for a value that is not there. */
    private static String data(SampleGrid grid) {
        StringBuilder text = new StringBuilder(grid.length() * 5);
        for (int place = 0; place < grid.length(); place++) {
            if (place > 0) {
                text.append(' ');
            }
            if (grid.isReceived(place)) {
                text.append(grid.counts()[place]);
            } else {
                text.append('E');
            }
        }
        return text.toString();
    }

    private static List<Note> notes(List<Trace> traces) {
        List<Note> notes = new ArrayList<>();
        for (Trace trace : traces) {
            long flags = trace.segments().stream()
                    .mapToLong(segment -> segment.qualityFlags())
                    .reduce(0, (all, more) -> all | more);
            SignalQuality quality = new SignalQuality(flags);
            String channel = "Channel " + trace.channel();
            if (quality.isLeadOff()) {
                notes.add(new Note(channel + " holds a stretch with the lead off."));
            }
            if (quality.isShutDown()) {
                notes.add(new Note(channel + " holds a stretch from which beats could not be told."));
            }
            if (quality.isClipped()) {
                notes.add(new Note(channel + " was clipped by its converter at times."));
            }
        }
        return notes;
    }
}
