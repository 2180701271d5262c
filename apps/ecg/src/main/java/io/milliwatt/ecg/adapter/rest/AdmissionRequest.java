package io.milliwatt.ecg.adapter.rest;

import io.milliwatt.ecg.identity.Identity;
import io.milliwatt.ecg.patient.Bed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Who is admitted to which bed.
 *
 * @param patientId of a patient who was here before; a new one is drawn where it is absent
 */
public record AdmissionRequest(
        @NotBlank @Size(max = 40) String bed,
        @NotBlank @Size(max = 40) String ward,
        Optional<@Min(1) @Max(0xFFFF_FFFFL) Long> nodeId,
        Optional<@Valid IdentityRequest> identity,
        Optional<String> patientId) {

    /** Who is behind the pseudonym. */
    public record IdentityRequest(
            @NotBlank @Size(max = 200) String name,
            Optional<LocalDate> birthDate,
            Optional<@Size(max = 200) String> hospitalNumber) {
        Identity of(String patient) {
            return new Identity(patient, name, birthDate, hospitalNumber);
        }

        /** Without the name, since a refused request may be quoted. */
        @Override
        public String toString() {
            return "identity";
        }
    }

    Bed toBed() {
        return new Bed(bed, ward);
    }
}
