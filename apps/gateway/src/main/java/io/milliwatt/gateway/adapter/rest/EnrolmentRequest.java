package io.milliwatt.gateway.adapter.rest;

import io.milliwatt.telemetry.Domain;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Asks for credentials.
 *
 * @param name for people, 1…120 characters
 * @param domain {@code vibration}, {@code ecg} or {@code irrigation}
 * @param number 1…4294967295; the next free one when left out
 */
public record EnrolmentRequest(String name, String domain, Long number) {
    String nameOrRefuse() {
        return Optional.ofNullable(name).orElseThrow(() -> new IllegalArgumentException("'name' is missing"));
    }

    Domain domainOrRefuse() {
        return Optional.ofNullable(domain)
                .flatMap(Domain::fromLabel)
                .orElseThrow(() -> new IllegalArgumentException(
                        "'domain' is " + domain + "; it must be one of vibration, ecg, irrigation"));
    }

    OptionalLong wishedNumber() {
        return number == null ? OptionalLong.empty() : OptionalLong.of(number);
    }
}
