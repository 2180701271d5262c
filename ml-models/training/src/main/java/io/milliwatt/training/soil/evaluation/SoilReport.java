package io.milliwatt.training.soil.evaluation;

import java.util.List;

/** All sections, in the order in which they were asked. */
public record SoilReport(List<SectionReport> sections) {
    public SoilReport {
        sections = List.copyOf(sections);
    }
}
