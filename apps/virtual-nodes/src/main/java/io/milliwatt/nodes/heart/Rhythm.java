package io.milliwatt.nodes.heart;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What a heart does for a while. */
public enum Rhythm {
    @JsonProperty("sinus")
    SINUS,
    @JsonProperty("atrial-fibrillation")
    ATRIAL_FIBRILLATION,
    @JsonProperty("supraventricular-tachycardia")
    SUPRAVENTRICULAR_TACHYCARDIA,
    @JsonProperty("bigeminy")
    BIGEMINY,
    @JsonProperty("ventricular-tachycardia")
    VENTRICULAR_TACHYCARDIA,
    @JsonProperty("ventricular-fibrillation")
    VENTRICULAR_FIBRILLATION,
    @JsonProperty("asystole")
    ASYSTOLE,
    @JsonProperty("paced")
    PACED;

    /** Whether there are no beats in it. */
    boolean isWithoutBeats() {
        return this == VENTRICULAR_FIBRILLATION || this == ASYSTOLE;
    }
}
