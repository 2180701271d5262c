package io.milliwatt.ecg.news;

/** Thresholds and triggers of the chart, the least urgent first, each with the response that the college recommends. */
public enum NewsUrgency {
    LOW("low", "Ward-based response: a registered nurse decides on the frequency of monitoring."),
    LOW_MEDIUM(
            "low-medium",
            "Urgent ward-based response: one parameter is in the red; a clinician decides on escalation."),
    MEDIUM("medium", "Urgent response: a clinician or team with competence in acute illness assesses the patient."),
    HIGH("high", "Emergency response: a team with critical care skills assesses the patient at once.");

    private final String label;
    private final String response;

    NewsUrgency(String label, String response) {
        this.label = label;
        this.response = response;
    }

    public String label() {
        return label;
    }

    /** What should happen now, as a sentence. */
    public String response() {
        return response;
    }
}
