package io.milliwatt.ecg.exchange.hl7v2;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.hl7v2.HL7Exception;
import ca.uhn.hl7v2.model.v26.datatype.NM;
import ca.uhn.hl7v2.model.v26.message.ORU_R01;
import ca.uhn.hl7v2.parser.PipeParser;
import io.milliwatt.ecg.exchange.EcgLead;
import io.milliwatt.ecg.exchange.Extracts;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class ObservationReportTest {

    private static final Instant NOW = Instant.parse("2026-11-28T22:40:00Z");

    /** Every segment, written out by hand from HL7 v2.6 chapters 2, 3 and 7 and IHE PCD's DEC and WCM. */
    @Test
    void theMessageIsThatOfTheStandardSegmentBySegment() {
        assertThat(segments(ObservationReport.write(Extracts.full(), NOW, "MWT-1")))
                .containsExactly(
                        "MSH|^~\\&|MILLIWATT||||20261128224000.000+0000||ORU^R01^ORU_R01|MWT-1|P|2.6||||||UNICODE UTF-8",
                        "PID|||P-7F3K2QXA^^^MILLIWATT^PI||P-7F3K2QXA^^^^^^S",
                        "PV1||I|CCU^^3-12",
                        "OBR|1||MWT-1-1^MILLIWATT|182777000^monitoring of patient^SCT|||20261128223107.120+0000|20261128223107.220+0000",
                        numeric(1, "147842^MDC_ECG_HEART_RATE^MDC", "72.4", "264864^MDC_DIM_BEAT_PER_MIN^MDC", "170"),
                        numeric(2, "151562^MDC_RESP_RATE^MDC", "22.0", "264928^MDC_DIM_RESP_PER_MIN^MDC", "180"),
                        numeric(3, "150456^MDC_PULS_OXIM_SAT_O2^MDC", "93.0", "262688^MDC_DIM_PERCENT^MDC", "180"),
                        numeric(4, "150344^MDC_TEMP^MDC", "38.4", "268192^MDC_DIM_DEGC^MDC", "180"),
                        numeric(5, "150021^MDC_PRESS_BLD_NONINV_SYS^MDC", "98.0", "266016^MDC_DIM_MMHG^MDC", "180"),
                        numeric(
                                6,
                                "1104051000000101^Royal College of Physicians NEWS2 (National Early Warning Score 2) total score^SCT",
                                "9.0",
                                "262656^MDC_DIM_DIMLESS^MDC",
                                "180"),
                        "OBR|2||MWT-1-2^MILLIWATT|waveform^CONTINUOUS WAVEFORM^99MWT|||20261128223107.120+0000|20261128223107.220+0000",
                        "OBX|1|NA|131329^MDC_ECG_ELEC_POTL_I^MDC|2.1.1|3.290092^3.293316^3.283644^3.299764^3.32072^3.323944^3.306212^3.261076"
                                + "^3.246568^3.267524|266418^MDC_DIM_MILLI_VOLT^MDC|||||R|||20261128223107.120+0000||||17",
                        "OBX|2|NM|0^MDC_ATTR_SAMP_RATE^MDC|2.1.1.1|100.0|264608^MDC_DIM_PER_SEC^MDC|||||R|||20261128223107.120+0000",
                        "OBX|3|NA|131330^MDC_ECG_ELEC_POTL_II^MDC|2.2.1|-0.005^0.01^0.015|266418^MDC_DIM_MILLI_VOLT^MDC|||||R|||"
                                + "20261128223107.120+0000||||17",
                        "OBX|4|NM|0^MDC_ATTR_SAMP_RATE^MDC|2.2.1.1|100.0|264608^MDC_DIM_PER_SEC^MDC|||||R|||20261128223107.120+0000",
                        "OBX|5|NA|131330^MDC_ECG_ELEC_POTL_II^MDC|2.2.2|0.2^0.25^0.3^0.35|266418^MDC_DIM_MILLI_VOLT^MDC|||||R|||"
                                + "20261128223107.180+0000||||17",
                        "OBX|6|NM|0^MDC_ATTR_SAMP_RATE^MDC|2.2.2.1|100.0|264608^MDC_DIM_PER_SEC^MDC|||||R|||20261128223107.180+0000",
                        "OBR|3||MWT-1-3^MILLIWATT|events^Arrhythmia events^99MWT|||20261128223107.120+0000|20261128223107.220+0000",
                        "OBX|1|CWE|196616^MDC_EVT_ALARM^MDC|3.1|ventricular-tachycardia^Ventricular tachycardia^99MWT||||||R|||"
                                + "20261128223107.160+0000",
                        "OBX|2|DTM|episode-end^End of the episode^99MWT|3.1|20261128223107.210+0000||||||R|||20261128223107.210+0000");
    }

    @Test
    void hapiReadsTheMessageBack() throws HL7Exception {
        ORU_R01 message = (ORU_R01)
                PipeParser.getInstanceWithNoValidation().parse(ObservationReport.write(Extracts.full(), NOW, "MWT-1"));
        assertThat(message.getPATIENT_RESULT().getORDER_OBSERVATIONReps()).isEqualTo(3);
        NM heartRate = (NM) message.getPATIENT_RESULT()
                .getORDER_OBSERVATION(0)
                .getOBSERVATION(0)
                .getOBX()
                .getObservationValue(0)
                .getData();
        assertThat(heartRate.getValue()).isEqualTo("72.4");
    }

    @Test
    void delimitersInsideValuesAreEscaped() throws HL7Exception {
        String text = ObservationReport.write(
                Extracts.extract(List.of(EcgLead.I), Extracts.traces(), "3|12^B", "A&E~\\1"), NOW, "MWT-2");
        assertThat(segments(text).get(2)).isEqualTo("PV1||I|A\\T\\E\\R\\\\E\\1^^3\\F\\12\\S\\B");
        ORU_R01 message = (ORU_R01) PipeParser.getInstanceWithNoValidation().parse(text);
        assertThat(message.getPATIENT_RESULT()
                        .getPATIENT()
                        .getVISIT()
                        .getPV1()
                        .getAssignedPatientLocation()
                        .getBed()
                        .getValue())
                .isEqualTo("3|12^B");
    }

    @Test
    void anIncompleteScoreIsReportedAsNotObtained() {
        assertThat(segments(ObservationReport.write(Extracts.withoutNumbers(), NOW, "MWT-3")))
                .contains(
                        "OBX|1|NM|1104051000000101^Royal College of Physicians NEWS2 (National Early Warning Score 2) total score^SCT"
                                + "|1.1|||||||X|||20261128223107.120+0000")
                .noneMatch(segment -> segment.startsWith("PV1"));
    }

    private static String numeric(int number, String code, String value, String unit, String millis) {
        return "OBX|" + number + "|NM|" + code + "|1." + number + "|" + value + "|" + unit + "|||||R|||20261128223107."
                + millis + "+0000";
    }

    private static List<String> segments(String message) {
        assertThat(message).endsWith("\r");
        return Arrays.asList(message.split("\r"));
    }
}
