package io.milliwatt.ecg.exchange.fhir;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** The parts of FHIR's Observation that we fill, named and nested as in its JSON form; what is empty is left out. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record FhirObservation(
        String resourceType,
        String id,
        String status,
        List<CodeableConcept> category,
        CodeableConcept code,
        Reference subject,
        Optional<String> effectiveDateTime,
        Optional<Period> effectivePeriod,
        Optional<Quantity> valueQuantity,
        Optional<Integer> valueInteger,
        Optional<CodeableConcept> dataAbsentReason,
        List<CodeableConcept> interpretation,
        List<Note> note,
        Optional<Reference> device,
        List<Component> component) {

    /** A code of a code system. */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    public record Coding(String system, String code, String display) {}

    /** A meaning, in codes and in words. */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    public record CodeableConcept(List<Coding> coding, Optional<String> text) {
        static CodeableConcept of(Coding... coding) {
            return new CodeableConcept(List.of(coding), Optional.empty());
        }

        static CodeableConcept ofText(String text) {
            return new CodeableConcept(List.of(), Optional.of(text));
        }
    }

    /** Something elsewhere: by address, or only in words. */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    public record Reference(Optional<String> reference, Optional<String> display) {}

    /** Times with their offset. */
    public record Period(String start, String end) {}

    /** A sentence for the reader. */
    public record Note(String text) {}

    /** A value with a unit of UCUM. */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    public record Quantity(BigDecimal value, Optional<String> unit, Optional<String> system, Optional<String> code) {}

    /**
     * Samples at even times.
     *
     * @param origin value of a sample of 0
     * @param period milliseconds between two samples
     * @param factor multiplies a sample into the origin's unit
     * @param data samples with single spaces between them; E where there is none
     */
    public record SampledData(Quantity origin, BigDecimal period, BigDecimal factor, int dimensions, String data) {}

    /** One of several results that belong together. */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    public record Component(
            CodeableConcept code,
            Optional<Quantity> valueQuantity,
            Optional<Integer> valueInteger,
            Optional<SampledData> valueSampledData,
            Optional<CodeableConcept> dataAbsentReason) {}
}
