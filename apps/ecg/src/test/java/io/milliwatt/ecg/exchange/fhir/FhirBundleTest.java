package io.milliwatt.ecg.exchange.fhir;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.parser.StrictErrorHandler;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import io.milliwatt.ecg.exchange.Extracts;
import io.milliwatt.ecg.exchange.MonitoringExtract;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.SampledData;
import org.junit.jupiter.api.Test;

/** Against HL7's published example Observation/ekg (its first lead and ten of its samples) and by HAPI FHIR's strict reader. */
class FhirBundleTest {

    private static final ObjectMapper JSON = new ObjectMapper().registerModule(new Jdk8Module());
    private static final Instant NOW = Instant.parse("2026-11-28T22:40:00Z");
    private static final FhirContext R4 = FhirContext.forR4();

    @Test
    void theWaveformHasTheShapeOfTheStandardsExample() throws IOException {
        JsonNode published;
        try (var stream = FhirBundleTest.class.getResourceAsStream("observation-ekg.json")) {
            published = JSON.readTree(Objects.requireNonNull(stream));
        }
        JsonNode ours = json(Extracts.full()).at("/entry/0/resource");
        assertThat(ours.at("/category")).isEqualTo(published.at("/category"));
        assertThat(ours.at("/code")).isEqualTo(published.at("/code"));
        assertThat(ours.at("/component/0/code/coding")).isEqualTo(published.at("/component/0/code/coding"));
        JsonNode samples = ours.at("/component/0/valueSampledData");
        JsonNode publishedSamples = published.at("/component/0/valueSampledData");
        assertThat(samples.get("data")).isEqualTo(publishedSamples.get("data"));
        assertThat(samples.get("period").decimalValue())
                .isEqualByComparingTo(publishedSamples.get("period").decimalValue());
        assertThat(samples.get("dimensions")).isEqualTo(publishedSamples.get("dimensions"));
        assertThat(samples.get("factor").decimalValue())
                .describedAs("millivolts where the example has microvolts")
                .isEqualByComparingTo(
                        publishedSamples.get("factor").decimalValue().movePointLeft(3));
        assertThat(names(publishedSamples)).containsAll(names(samples));
    }

    @Test
    void hapiReadsEveryResourceWithoutAComplaint() throws JsonProcessingException {
        Bundle bundle = read(Extracts.full());
        assertThat(bundle.getEntry()).hasSize(7);
        Observation waveform = observation(bundle, 0);
        SampledData second = waveform.getComponent().get(1).getValueSampledData();
        assertThat(second.getData()).isEqualTo("-1 2 3 E E E 40 50 60 70");
        assertThat(second.getFactor()).isEqualByComparingTo("0.005");
        assertThat(second.getOrigin().getCode()).isEqualTo("mV");
        assertThat(waveform.getNoteFirstRep().getText()).isEqualTo("Channel 1 holds a stretch with the lead off.");
        assertThat(waveform.getEffectivePeriod().getStart().toInstant()).isEqualTo(Extracts.FROM);
        assertThat(bundle.getEntry().stream().map(Bundle.BundleEntryComponent::getFullUrl))
                .doesNotHaveDuplicates();
        assertThat(bundle.getEntry().stream()
                        .map(entry -> entry.getResource().getIdElement().getIdPart()))
                .allMatch(id -> id.matches("[A-Za-z0-9.-]{1,64}"));
    }

    @Test
    void vitalSignsCarryTheCodesOfTheProfile() throws JsonProcessingException {
        Bundle bundle = read(Extracts.full());
        assertThat(bundle.getEntry().subList(1, 6).stream()
                        .map(entry -> (Observation) entry.getResource())
                        .map(each -> each.getCode().getCodingFirstRep().getCode() + " " + value(each)))
                .containsExactly(
                        "8867-4 72.4 /min", "9279-1 22.0 /min", "2708-6 93.0 %", "8310-5 38.4 Cel", "85354-9 panel");
        Observation pressure = observation(bundle, 5);
        assertThat(pressure.getComponent().get(0).getValueQuantity().getValue())
                .isEqualByComparingTo(BigDecimal.valueOf(98));
        assertThat(pressure.getComponent()
                        .get(1)
                        .getDataAbsentReason()
                        .getCodingFirstRep()
                        .getCode())
                .isEqualTo("unknown");
    }

    @Test
    void theEarlyWarningScoreHasItsParts() throws JsonProcessingException {
        Observation news = observation(read(Extracts.full()), 6);
        assertThat(news.getCode().getCodingFirstRep().getCode()).isEqualTo("1104051000000101");
        assertThat(news.getValueIntegerType().getValue()).isEqualTo(9);
        assertThat(news.getComponent().stream()
                        .map(part -> part.getValueIntegerType().getValue()))
                .containsExactly(2, 2, 0, 2, 2, 0, 1);
        assertThat(news.getInterpretationFirstRep().getText()).startsWith("Emergency response");
    }

    @Test
    void anIncompleteScoreIsPreliminaryAndHasNoSum() throws JsonProcessingException {
        Bundle bundle = read(Extracts.withoutNumbers());
        assertThat(bundle.getEntry()).hasSize(2);
        Observation news = observation(bundle, 1);
        assertThat(news.getStatus()).isEqualTo(Observation.ObservationStatus.PRELIMINARY);
        assertThat(news.hasValue()).isFalse();
        assertThat(news.getDataAbsentReason().getCodingFirstRep().getCode()).isEqualTo("unknown");
        assertThat(news.getNoteFirstRep().getText()).contains("consciousness not known");
        assertThat(news.getComponent().get(1).getCode().getCodingFirstRep().getCode())
                .describedAs("the code of scale 2")
                .isEqualTo("1104321000000108");
    }

    @Test
    void aLeadNobodyNamedIsUnspecified() throws JsonProcessingException {
        Observation waveform = observation(read(Extracts.withoutNumbers()), 0);
        assertThat(waveform.getComponentFirstRep().getCode().getCodingFirstRep().getCode())
                .isEqualTo("131328");
        assertThat(waveform.getComponentFirstRep().getCode().getText()).isEqualTo("Channel 0, analysed");
    }

    private static String value(Observation observation) {
        return observation.hasValueQuantity()
                ? observation.getValueQuantity().getValue() + " "
                        + observation.getValueQuantity().getCode()
                : "panel";
    }

    private static Observation observation(Bundle bundle, int index) {
        return (Observation) bundle.getEntry().get(index).getResource();
    }

    private static Bundle read(MonitoringExtract extract) throws JsonProcessingException {
        return R4.newJsonParser()
                .setParserErrorHandler(new StrictErrorHandler())
                .parseResource(Bundle.class, JSON.writeValueAsString(FhirBundle.of(extract, NOW)));
    }

    private static JsonNode json(MonitoringExtract extract) {
        return JSON.valueToTree(FhirBundle.of(extract, NOW));
    }

    private static Set<String> names(JsonNode node) {
        Set<String> names = new TreeSet<>();
        node.fieldNames().forEachRemaining(names::add);
        return names;
    }
}
