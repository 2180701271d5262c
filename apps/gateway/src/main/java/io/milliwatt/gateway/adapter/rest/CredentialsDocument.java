package io.milliwatt.gateway.adapter.rest;

import io.milliwatt.gateway.node.Credentials;
import io.milliwatt.telemetry.transport.MqttTopics;
import java.util.Base64;

/**
 * Told once; the gateway itself keeps only a hash and a sealed key.
 *
 * @param node the number, and the MQTT user name
 * @param password for MQTT
 * @param keyBase64 32 bytes for the MAC of frames
 */
public record CredentialsDocument(
        long node, String password, String keyBase64, String publishTopic, String subscribeTopic) {
    static CredentialsDocument of(Credentials credentials) {
        return new CredentialsDocument(
                credentials.node(),
                credentials.password(),
                Base64.getEncoder().encodeToString(credentials.key().toByteArray()),
                MqttTopics.up(credentials.node()),
                MqttTopics.down(credentials.node()));
    }

    @Override
    public String toString() {
        return "CredentialsDocument[node=" + node + ", hidden]";
    }
}
