package io.milliwatt.ecg.adapter.rest;

import io.milliwatt.ecg.adapter.db.PatientDirectory;
import io.milliwatt.ecg.adapter.db.Stay;
import io.milliwatt.platform.problems.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;

/** Finds patients for resources, with a sentence where there is none. */
@ApplicationScoped
class KnownPatients {

    private final PatientDirectory patients;

    KnownPatients(PatientDirectory patients) {
        this.patients = patients;
    }

    /** The patient's newest stay. */
    Stay get(String id) {
        return patients.find(id)
                .orElseThrow(() -> new ProblemException(
                        404,
                        "patient.unknown",
                        "There is no patient '" + id + "'. See /api/patients for those who are here."));
    }

    /** The patient's stay, which must not be over. */
    Stay here(String id) {
        Stay stay = get(id);
        if (!stay.admission().isOpen()) {
            throw new ProblemException(
                    409, "patient.discharged", "The patient " + id + " was discharged. Admit the patient first.");
        }
        return stay;
    }
}
