package io.milliwatt.ecg.news;

/** Which of the chart's two rows for oxygen saturation applies; a clinician's decision, per patient. */
public enum OxygenScale {
    /** For everybody else. */
    ONE,
    /** For patients with hypercapnic respiratory failure and a target of 88 to 92 %. */
    TWO
}
