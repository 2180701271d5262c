package io.milliwatt.ecg.exchange.hl7v2;

import ca.uhn.hl7v2.HL7Exception;
import ca.uhn.hl7v2.model.v26.message.ORU_R01;
import ca.uhn.hl7v2.model.v26.segment.MSH;
import ca.uhn.hl7v2.model.v26.segment.PID;
import ca.uhn.hl7v2.model.v26.segment.PV1;
import ca.uhn.hl7v2.parser.PipeParser;
import io.milliwatt.ecg.event.Episode;
import io.milliwatt.ecg.event.EventClass;
import io.milliwatt.ecg.exchange.EcgLead;
import io.milliwatt.ecg.exchange.MonitoringExtract;
import io.milliwatt.ecg.signal.Segment;
import io.milliwatt.ecg.signal.Trace;
import io.milliwatt.ecg.vitals.VitalSigns;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * An extract as one ORU^R01 message: an order for numerics and the early warning score, one for the waveform and one for events, where
 * there are any. The patient is the pseudonym, marked as such in the name. Gaps in the signal part a channel's waveform into several
 * observations, each with its own time.
 */
public final class ObservationReport {

    private static final char FIELD = '|';
    private static final String ENCODING = "^~\\&";

    private final MonitoringExtract extract;
    private final ORU_R01 message = new ORU_R01();
    private final String order;

    private ObservationReport(MonitoringExtract extract, String controlId) {
        this.extract = extract;
        this.order = controlId;
    }

    /**
     * The message, its segments ended by carriage returns.
     *
     * @param controlId the message's own, at most 199 characters, by which a receiver acknowledges it
     */
    public static String write(MonitoringExtract extract, Instant now, String controlId) {
        try {
            ObservationReport report = new ObservationReport(extract, controlId);
            report.header(now, controlId);
            report.patient();
            report.numerics();
            report.waveform();
            report.events();
            return PipeParser.getInstanceWithNoValidation().encode(report.message);
        } catch (HL7Exception e) {
            // Every value set here is of the type its field asks for.
            throw new IllegalStateException("The report of patient " + extract.patient() + " cannot be written", e);
        }
    }

    private void header(Instant now, String controlId) throws HL7Exception {
        MSH header = message.getMSH();
        header.getFieldSeparator().setValue(Character.toString(FIELD));
        header.getEncodingCharacters().setValue(ENCODING);
        header.getSendingApplication().getNamespaceID().setValue("MILLIWATT");
        header.getDateTimeOfMessage().setValue(ObservationGroup.time(now));
        header.getMessageType().getMessageCode().setValue("ORU");
        header.getMessageType().getTriggerEvent().setValue("R01");
        header.getMessageType().getMessageStructure().setValue("ORU_R01");
        header.getMessageControlID().setValue(controlId);
        header.getProcessingID().getProcessingID().setValue("P");
        header.getVersionID().getVersionID().setValue("2.6");
        header.getCharacterSet(0).setValue("UNICODE UTF-8");
    }

    private void patient() throws HL7Exception {
        PID patient = message.getPATIENT_RESULT().getPATIENT().getPID();
        patient.getPatientIdentifierList(0).getIDNumber().setValue(extract.patient());
        patient.getPatientIdentifierList(0)
                .getAssigningAuthority()
                .getNamespaceID()
                .setValue("MILLIWATT");
        patient.getPatientIdentifierList(0).getIdentifierTypeCode().setValue("PI");
        patient.getPatientName(0).getFamilyName().getSurname().setValue(extract.patient());
        patient.getPatientName(0).getNameTypeCode().setValue("S");
        if (extract.bed().isPresent()) {
            PV1 visit = message.getPATIENT_RESULT().getPATIENT().getVISIT().getPV1();
            visit.getPatientClass().setValue("I");
            visit.getAssignedPatientLocation()
                    .getPointOfCare()
                    .setValue(extract.bed().get().ward());
            visit.getAssignedPatientLocation()
                    .getBed()
                    .setValue(extract.bed().get().name());
        }
    }

    private void numerics() throws HL7Exception {
        VitalSigns vitals = extract.vitals();
        ObservationGroup group = group(DeviceCode.MONITORING);
        OptionalDouble respiration = vitals.respirationRatePerMinute();
        if (extract.rates().isPresent()) {
            MonitoringExtract.Rates rates = extract.rates().get();
            if (rates.heartRatePerMinute().isPresent()) {
                group.number(
                        DeviceCode.HEART_RATE, rates.heartRatePerMinute(), DeviceCode.BEATS_PER_MINUTE, rates.at());
            } else {
                group.missing(DeviceCode.HEART_RATE, rates.at());
            }
            if (respiration.isEmpty()) {
                group.number(
                        DeviceCode.RESPIRATION_RATE,
                        rates.respirationRatePerMinute(),
                        DeviceCode.BREATHS_PER_MINUTE,
                        rates.at());
            }
        }
        group.number(DeviceCode.RESPIRATION_RATE, respiration, DeviceCode.BREATHS_PER_MINUTE, vitals.at());
        group.number(DeviceCode.OXYGEN_SATURATION, vitals.oxygenSaturationPercent(), DeviceCode.PERCENT, vitals.at());
        group.number(DeviceCode.TEMPERATURE, vitals.temperatureCelsius(), DeviceCode.DEGREES_CELSIUS, vitals.at());
        group.number(
                DeviceCode.SYSTOLIC,
                vitals.systolicMillimetresOfMercury(),
                DeviceCode.MILLIMETRES_OF_MERCURY,
                vitals.at());
        group.number(
                DeviceCode.DIASTOLIC,
                vitals.diastolicMillimetresOfMercury(),
                DeviceCode.MILLIMETRES_OF_MERCURY,
                vitals.at());
        if (extract.news().isPresent()) {
            var news = extract.news().get();
            if (news.score().isComplete()) {
                group.number(
                        DeviceCode.NEWS,
                        OptionalDouble.of(news.score().knownPoints()),
                        DeviceCode.DIMENSIONLESS,
                        news.at());
            } else {
                group.missing(DeviceCode.NEWS, news.at());
            }
        }
    }

    private void waveform() throws HL7Exception {
        if (extract.traces().isEmpty()) {
            return;
        }
        ObservationGroup group = group(DeviceCode.WAVEFORM);
        for (int i = 0; i < extract.traces().size(); i++) {
            Trace trace = extract.traces().get(i);
            EcgLead lead = extract.leadOf(trace);
            DeviceCode what = DeviceCode.mdc(lead.potentialCode(), lead.potentialName());
            List<Segment> segments = trace.segments();
            for (int part = 0; part < segments.size(); part++) {
                Segment segment = segments.get(part);
                String subId = "2.%d.%d".formatted(i + 1, part + 1);
                String device = Long.toString(trace.node());
                group.waveform(
                        what,
                        subId,
                        samples(segment, trace.unitsPerCount()),
                        trace.sampleRateHz(),
                        device,
                        segment.startsAt());
            }
        }
    }

    private static String samples(Segment segment, double unitsPerCount) {
        BigDecimal factor = BigDecimal.valueOf(unitsPerCount);
        StringBuilder text = new StringBuilder();
        for (short count : segment.counts()) {
            if (!text.isEmpty()) {
                text.append(ENCODING.charAt(0));
            }
            text.append(factor.multiply(BigDecimal.valueOf(count))
                    .stripTrailingZeros()
                    .toPlainString());
        }
        return text.toString();
    }

    private void events() throws HL7Exception {
        if (extract.episodes().isEmpty()) {
            return;
        }
        ObservationGroup group = group(DeviceCode.EVENTS);
        for (int i = 0; i < extract.episodes().size(); i++) {
            Episode episode = extract.episodes().get(i);
            String subId = "3." + (i + 1);
            group.coded(DeviceCode.ALARM_EVENT, subId, meaning(episode), episode.onsetAt());
            Optional<Instant> end = episode.endAt();
            if (end.isPresent()) {
                group.time(DeviceCode.EPISODE_END, subId, end.get(), end.get());
            }
        }
    }

    private static DeviceCode meaning(Episode episode) {
        return episode.known()
                .map((EventClass known) -> DeviceCode.own(known.label(), known.words()))
                .orElseGet(() -> DeviceCode.own(
                        "event-" + episode.eventClass(),
                        "An event of class " + episode.eventClass() + ", unknown here"));
    }

    private ObservationGroup group(DeviceCode service) throws HL7Exception {
        return new ObservationGroup(message, service, order, extract.from(), extract.to());
    }
}
