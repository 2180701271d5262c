package io.milliwatt.ec57.report;

import io.milliwatt.datasets.ecg.EcgLead;

/** An analysis under test: one lead in, findings out. It knows nothing of the reference. */
public interface HeartAnalysis {
    /** What is judged, as reports name it: model, version, what it consists of. */
    String subject();

    /**
     * Analyses a whole record from its first sample on, as a node would that was just switched on.
     *
     * @throws IllegalArgumentException in a sentence, when the lead cannot be analysed, such as for its sample rate
     */
    HeartFindings analyse(EcgLead lead);
}
