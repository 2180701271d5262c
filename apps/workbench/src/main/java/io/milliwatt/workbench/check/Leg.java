package io.milliwatt.workbench.check;

/** The way of a frame, in its order. */
public enum Leg {
    NODE_TO_GATEWAY("node → MQTT → gateway", "nodeToGateway"),
    GATEWAY_TO_KAFKA("gateway → Kafka", "gatewayToKafka"),
    KAFKA_TO_DATABASE("Kafka → app → PostgreSQL", "kafkaToDatabase"),
    DATABASE_TO_CONSOLE("PostgreSQL → WebSocket", "databaseToConsole"),
    TOTAL("node → … → WebSocket", "total");

    private final String words;
    private final String field;

    Leg(String words, String field) {
        this.words = words;
        this.field = field;
    }

    /** Its name in a report's JSON. */
    String field() {
        return field;
    }

    public String words() {
        return words;
    }
}
