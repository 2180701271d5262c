package io.milliwatt.telemetry.transport;

/** A node's own two MQTT topics; it may publish to the first and subscribe to the second, and to no other. */
public final class MqttTopics {
    private MqttTopics() {}

    public static String up(long node) {
        return "mw/1/up/" + node;
    }

    public static String down(long node) {
        return "mw/1/down/" + node;
    }
}
