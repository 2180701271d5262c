package io.milliwatt.ecg.exchange.fhir;

import io.milliwatt.ecg.exchange.MonitoringExtract;
import io.milliwatt.ecg.exchange.fhir.FhirObservation.CodeableConcept;
import io.milliwatt.ecg.exchange.fhir.FhirObservation.Component;
import io.milliwatt.ecg.exchange.fhir.FhirObservation.Quantity;
import io.milliwatt.ecg.vitals.VitalSigns;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** Numbers with the LOINC codes and UCUM units of FHIR's vital-signs profile; what was not measured makes no Observation. */
final class VitalSignObservations {

    private static final String PER_MINUTE = "/min";
    private static final String MILLIMETRES_OF_MERCURY = "mm[Hg]";

    private final String patient;
    private final List<FhirObservation> all = new ArrayList<>();

    private VitalSignObservations(String patient) {
        this.patient = patient;
    }

    static List<FhirObservation> of(MonitoringExtract extract) {
        VitalSignObservations observations = new VitalSignObservations(extract.patient());
        extract.rates().ifPresent(rates -> {
            observations.single(rates.at(), "heart-rate", heartRate(), rates.heartRatePerMinute(), PER_MINUTE);
            if (extract.vitals().respirationRatePerMinute().isEmpty()) {
                observations.single(
                        rates.at(), "respiration", respiration(), rates.respirationRatePerMinute(), PER_MINUTE);
            }
        });
        observations.add(extract.vitals());
        return observations.all;
    }

    private void add(VitalSigns vitals) {
        single(vitals.at(), "respiration", respiration(), vitals.respirationRatePerMinute(), PER_MINUTE);
        single(vitals.at(), "spo2", saturation(), vitals.oxygenSaturationPercent(), "%");
        single(vitals.at(), "temperature", temperature(), vitals.temperatureCelsius(), "Cel");
        OptionalDouble systolic = vitals.systolicMillimetresOfMercury();
        OptionalDouble diastolic = vitals.diastolicMillimetresOfMercury();
        if (systolic.isPresent() || diastolic.isPresent()) {
            List<Component> halves = List.of(
                    half(concept("8480-6", "Systolic blood pressure"), systolic),
                    half(concept("8462-4", "Diastolic blood pressure"), diastolic));
            CodeableConcept panel = concept("85354-9", "Blood pressure panel with all children optional");
            all.add(observation(vitals.at(), "blood-pressure", panel, Optional.empty(), halves));
        }
    }

    private void single(Instant at, String what, CodeableConcept code, OptionalDouble value, String unit) {
        if (value.isPresent()) {
            Quantity quantity = FhirCodes.ucum(value.getAsDouble(), unit, unit);
            all.add(observation(at, what, code, Optional.of(quantity), List.of()));
        }
    }

    private static CodeableConcept heartRate() {
        return concept("8867-4", "Heart rate");
    }

    private static CodeableConcept respiration() {
        return concept("9279-1", "Respiratory rate");
    }

    private static CodeableConcept temperature() {
        return concept("8310-5", "Body temperature");
    }

    /** The profile's code and the one for a pulse oximeter. */
    private static CodeableConcept saturation() {
        return CodeableConcept.of(
                FhirCodes.loinc("2708-6", "Oxygen saturation in Arterial blood"),
                FhirCodes.loinc("59408-5", "Oxygen saturation in Arterial blood by Pulse oximetry"));
    }

    private static CodeableConcept concept(String loinc, String display) {
        return CodeableConcept.of(FhirCodes.loinc(loinc, display));
    }

    private static Component half(CodeableConcept code, OptionalDouble value) {
        return value.isPresent()
                ? new Component(
                        code,
                        Optional.of(FhirCodes.ucum(value.getAsDouble(), "mmHg", MILLIMETRES_OF_MERCURY)),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty())
                : new Component(
                        code, Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(FhirCodes.unknown()));
    }

    private FhirObservation observation(
            Instant at, String what, CodeableConcept code, Optional<Quantity> value, List<Component> components) {
        return new FhirObservation(
                "Observation",
                FhirCodes.id(what, patient, at),
                FhirCodes.FINAL,
                FhirCodes.vitalSigns(),
                code,
                FhirCodes.patient(patient),
                Optional.of(at.toString()),
                Optional.empty(),
                value,
                Optional.empty(),
                Optional.empty(),
                List.of(),
                List.of(),
                Optional.empty(),
                components);
    }
}
