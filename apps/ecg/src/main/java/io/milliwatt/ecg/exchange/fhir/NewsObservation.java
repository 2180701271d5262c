package io.milliwatt.ecg.exchange.fhir;

import io.milliwatt.ecg.exchange.MonitoringExtract;
import io.milliwatt.ecg.exchange.fhir.FhirObservation.CodeableConcept;
import io.milliwatt.ecg.exchange.fhir.FhirObservation.Coding;
import io.milliwatt.ecg.exchange.fhir.FhirObservation.Component;
import io.milliwatt.ecg.exchange.fhir.FhirObservation.Note;
import io.milliwatt.ecg.news.NewsParameter;
import io.milliwatt.ecg.news.NewsPart;
import io.milliwatt.ecg.news.NewsScore;
import io.milliwatt.ecg.news.OxygenScale;
import java.util.List;
import java.util.Optional;

/**
 * The early warning score with the SNOMED CT codes that NHS England publishes for NEWS2: the sum, and a component for each parameter's
 * points.
 */
final class NewsObservation {

    private static final String SCORE = "Royal College of Physicians NEWS2 (National Early Warning Score 2) ";

    private NewsObservation() {}

    static Optional<FhirObservation> of(MonitoringExtract extract) {
        return extract.news().map(news -> observation(extract.patient(), news));
    }

    private static FhirObservation observation(String patient, MonitoringExtract.DatedNews news) {
        NewsScore score = news.score();
        Optional<Integer> aggregate = score.isComplete() ? Optional.of(score.knownPoints()) : Optional.empty();
        return new FhirObservation(
                "Observation",
                FhirCodes.id("news2", patient, news.at()),
                score.isComplete() ? FhirCodes.FINAL : FhirCodes.PRELIMINARY,
                List.of(FhirCodes.category("survey", "Survey")),
                CodeableConcept.of(FhirCodes.snomed("1104051000000101", SCORE + "total score")),
                FhirCodes.patient(patient),
                Optional.of(news.at().toString()),
                Optional.empty(),
                Optional.empty(),
                aggregate,
                aggregate.isPresent() ? Optional.empty() : Optional.of(FhirCodes.unknown()),
                score.urgency()
                        .map(urgency -> List.of(CodeableConcept.ofText(urgency.response())))
                        .orElse(List.of()),
                notes(score),
                Optional.empty(),
                score.parts().stream()
                        .map(part -> component(part, news.scale()))
                        .toList());
    }

    private static List<Note> notes(NewsScore score) {
        return score.isComplete()
                ? List.of()
                : List.of(new Note("No aggregate: "
                        + String.join(
                                ", ",
                                score.missing().stream()
                                        .map(NewsParameter::label)
                                        .toList())
                        + " not known. The known parameters come to " + score.knownPoints() + "."));
    }

    private static Component component(NewsPart part, OxygenScale scale) {
        Optional<Integer> points =
                part.points().isPresent() ? Optional.of(part.points().getAsInt()) : Optional.empty();
        return new Component(
                CodeableConcept.of(code(part.parameter(), scale)),
                Optional.empty(),
                points,
                Optional.empty(),
                points.isPresent() ? Optional.empty() : Optional.of(FhirCodes.unknown()));
    }

    private static Coding code(NewsParameter parameter, OxygenScale scale) {
        return switch (parameter) {
            case RESPIRATION_RATE -> FhirCodes.snomed("1104301000000104", SCORE + "respiration rate score");
            case OXYGEN_SATURATION ->
                scale == OxygenScale.ONE
                        ? FhirCodes.snomed("1104311000000102", SCORE + "oxygen saturation scale 1 score")
                        : FhirCodes.snomed("1104321000000108", SCORE + "oxygen saturation scale 2 score");
            case SUPPLEMENTAL_OXYGEN -> FhirCodes.snomed("1104331000000105", SCORE + "air or oxygen score");
            case SYSTOLIC_PRESSURE -> FhirCodes.snomed("1104341000000101", SCORE + "systolic blood pressure score");
            case PULSE -> FhirCodes.snomed("1104351000000103", SCORE + "pulse score");
            case CONSCIOUSNESS -> FhirCodes.snomed("1104361000000100", SCORE + "consciousness score");
            case TEMPERATURE -> FhirCodes.snomed("1104371000000107", SCORE + "temperature score");
        };
    }
}
