package io.milliwatt.ecg.exchange.hl7v2;

import ca.uhn.hl7v2.HL7Exception;
import ca.uhn.hl7v2.model.Type;
import ca.uhn.hl7v2.model.v26.datatype.CWE;
import ca.uhn.hl7v2.model.v26.datatype.DTM;
import ca.uhn.hl7v2.model.v26.datatype.NA;
import ca.uhn.hl7v2.model.v26.datatype.NM;
import ca.uhn.hl7v2.model.v26.group.ORU_R01_ORDER_OBSERVATION;
import ca.uhn.hl7v2.model.v26.message.ORU_R01;
import ca.uhn.hl7v2.model.v26.segment.OBR;
import ca.uhn.hl7v2.model.v26.segment.OBX;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.OptionalDouble;

/** One OBR with the OBX that follow it, numbered from 1. */
final class ObservationGroup {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuuMMddHHmmss.SSSZ", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final String UNVALIDATED = "R";
    private static final String NOT_OBTAINED = "X";

    private final ORU_R01 message;
    private final ORU_R01_ORDER_OBSERVATION group;
    private int count;

    ObservationGroup(ORU_R01 message, DeviceCode service, String order, Instant from, Instant to) throws HL7Exception {
        this.message = message;
        int index = message.getPATIENT_RESULT().getORDER_OBSERVATIONReps();
        this.group = message.getPATIENT_RESULT().getORDER_OBSERVATION(index);
        OBR request = group.getOBR();
        request.getSetIDOBR().setValue(Integer.toString(index + 1));
        request.getFillerOrderNumber().getEntityIdentifier().setValue(order + "-" + (index + 1));
        request.getFillerOrderNumber().getNamespaceID().setValue("MILLIWATT");
        code(request.getUniversalServiceIdentifier(), service);
        request.getObservationDateTime().setValue(time(from));
        request.getObservationEndDateTime().setValue(time(to));
    }

    static String time(Instant at) {
        return TIME.format(at);
    }

    void number(DeviceCode what, OptionalDouble value, DeviceCode unit, Instant at) throws HL7Exception {
        if (value.isPresent()) {
            NM number = new NM(message);
            number.setValue(BigDecimal.valueOf(value.getAsDouble()).toPlainString());
            add(what, "1." + (count + 1), number, at, UNVALIDATED);
            code(last().getUnits(), unit);
        }
    }

    /** Says that a value was to be had and is not. */
    void missing(DeviceCode what, Instant at) throws HL7Exception {
        add(what, "1." + (count + 1), new NM(message), at, NOT_OBTAINED);
    }

    void coded(DeviceCode what, String subId, DeviceCode value, Instant at) throws HL7Exception {
        CWE coded = new CWE(message);
        code(coded, value);
        add(what, subId, coded, at, UNVALIDATED);
    }

    void time(DeviceCode what, String subId, Instant value, Instant at) throws HL7Exception {
        DTM time = new DTM(message);
        time.setValue(time(value));
        add(what, subId, time, at, UNVALIDATED);
    }

    /** Samples as a numeric array, followed by their rate as a facet of it. */
    void waveform(DeviceCode what, String subId, String samples, double sampleRateHz, String device, Instant at)
            throws HL7Exception {
        NA array = new NA(message);
        array.parse(samples);
        add(what, subId, array, at, UNVALIDATED);
        code(last().getUnits(), DeviceCode.MILLIVOLT);
        last().getEquipmentInstanceIdentifier(0).getEntityIdentifier().setValue(device);
        NM rate = new NM(message);
        rate.setValue(BigDecimal.valueOf(sampleRateHz).toPlainString());
        add(DeviceCode.SAMPLE_RATE, subId + ".1", rate, at, UNVALIDATED);
        code(last().getUnits(), DeviceCode.PER_SECOND);
    }

    private void add(DeviceCode what, String subId, Type value, Instant at, String status) throws HL7Exception {
        OBX observation = group.getOBSERVATION(count++).getOBX();
        observation.getSetIDOBX().setValue(Integer.toString(count));
        observation.getValueType().setValue(value.getName());
        code(observation.getObservationIdentifier(), what);
        observation.getObservationSubID().setValue(subId);
        observation.getObservationValue(0).setData(value);
        observation.getObservationResultStatus().setValue(status);
        observation.getDateTimeOfTheObservation().setValue(time(at));
    }

    private OBX last() {
        return group.getOBSERVATION(count - 1).getOBX();
    }

    private static void code(CWE element, DeviceCode code) throws HL7Exception {
        element.getIdentifier().setValue(code.code());
        element.getText().setValue(code.text());
        element.getNameOfCodingSystem().setValue(code.system());
    }
}
