package io.milliwatt.ecg.exchange.fhir;

import io.milliwatt.ecg.exchange.MonitoringExtract;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** FHIR's Bundle of type collection: everything that an extract has to tell. */
public record FhirBundle(String resourceType, String type, String timestamp, List<Entry> entry) {

    /** One resource under an address of its own. */
    public record Entry(String fullUrl, FhirObservation resource) {}

    public static FhirBundle of(MonitoringExtract extract, Instant now) {
        List<FhirObservation> observations = new ArrayList<>(WaveformObservations.of(extract));
        observations.addAll(VitalSignObservations.of(extract));
        NewsObservation.of(extract).ifPresent(observations::add);
        return new FhirBundle(
                "Bundle",
                "collection",
                now.toString(),
                observations.stream()
                        .map(observation -> new Entry(address(observation.id()), observation))
                        .toList());
    }

    /** The same for the same Observation whenever it is asked for, so that a receiver can tell a repeat. */
    private static String address(String id) {
        return "urn:uuid:" + UUID.nameUUIDFromBytes(id.getBytes(StandardCharsets.UTF_8));
    }
}
