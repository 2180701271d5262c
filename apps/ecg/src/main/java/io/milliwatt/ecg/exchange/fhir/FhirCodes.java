package io.milliwatt.ecg.exchange.fhir;

import io.milliwatt.ecg.exchange.fhir.FhirObservation.CodeableConcept;
import io.milliwatt.ecg.exchange.fhir.FhirObservation.Coding;
import io.milliwatt.ecg.exchange.fhir.FhirObservation.Quantity;
import io.milliwatt.ecg.exchange.fhir.FhirObservation.Reference;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Code systems and small parts that several Observations share. */
final class FhirCodes {

    static final String FINAL = "final";
    static final String PRELIMINARY = "preliminary";

    private static final String CATEGORY = "http://terminology.hl7.org/CodeSystem/observation-category";
    private static final String ABSENT = "http://terminology.hl7.org/CodeSystem/data-absent-reason";
    private static final DateTimeFormatter ID_TIME =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmssSSS", Locale.ROOT).withZone(java.time.ZoneOffset.UTC);

    private FhirCodes() {}

    static CodeableConcept category(String code, String display) {
        return CodeableConcept.of(new Coding(CATEGORY, code, display));
    }

    static Coding loinc(String code, String display) {
        return new Coding("http://loinc.org", code, display);
    }

    static Coding snomed(String code, String display) {
        return new Coding("http://snomed.info/sct", code, display);
    }

    static Coding mdc(int code, String name) {
        return new Coding("urn:oid:2.16.840.1.113883.6.24", Integer.toString(code), name);
    }

    static CodeableConcept unknown() {
        return CodeableConcept.of(new Coding(ABSENT, "unknown", "Unknown"));
    }

    static Quantity ucum(double value, String unit, String code) {
        return new Quantity(
                BigDecimal.valueOf(value),
                Optional.of(unit),
                Optional.of("http://unitsofmeasure.org"),
                Optional.of(code));
    }

    static Reference patient(String pseudonym) {
        return new Reference(Optional.of("Patient/" + pseudonym), Optional.empty());
    }

    /** Lower-level than a person reads: what, whose and when, within FHIR's 64 characters of letters, digits, hyphens and dots. */
    static String id(String what, String pseudonym, Instant at) {
        return what + "-" + pseudonym + "-" + ID_TIME.format(at);
    }

    static List<CodeableConcept> vitalSigns() {
        return List.of(category("vital-signs", "Vital Signs"));
    }
}
