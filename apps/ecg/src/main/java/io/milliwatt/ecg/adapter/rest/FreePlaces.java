package io.milliwatt.ecg.adapter.rest;

import io.milliwatt.ecg.adapter.db.PatientDirectory;
import io.milliwatt.ecg.adapter.db.Stay;
import io.milliwatt.ecg.patient.Bed;
import io.milliwatt.platform.problems.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;

/** Sees to it that a node or a bed belongs to one patient, with a sentence where it is another's. */
@ApplicationScoped
class FreePlaces {

    private final PatientDirectory directory;

    FreePlaces(PatientDirectory directory) {
        this.directory = directory;
    }

    void require(long node, String patient) {
        if (node < 1 || node > 0xFFFF_FFFFL) {
            throw new ProblemException(
                    400, "node.invalid", "The node is " + node + "; nodes are numbered 1…4294967295.");
        }
        directory.withNode(node).map(stay -> stay.admission()).ifPresent(other -> {
            if (!other.patient().equals(patient)) {
                throw new ProblemException(
                        409,
                        "node.taken",
                        "Node " + node + " is on the patient in bed "
                                + other.bed().name() + " of " + other.bed().ward() + "; take it off there first.");
            }
        });
    }

    void require(Bed bed, String patient) {
        directory.open().stream()
                .map(Stay::admission)
                .filter(other -> other.bed().equals(bed) && !other.patient().equals(patient))
                .findFirst()
                .ifPresent(other -> {
                    throw new ProblemException(
                            409,
                            "bed.taken",
                            "In bed " + bed.name() + " of " + bed.ward() + " lies the patient " + other.patient()
                                    + "; discharge or move that one first.");
                });
    }
}
