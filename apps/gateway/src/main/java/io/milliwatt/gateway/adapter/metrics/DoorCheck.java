package io.milliwatt.gateway.adapter.metrics;

import io.milliwatt.gateway.adapter.mqtt.MqttDoor;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Whether the MQTT port is open. */
@Readiness
@Singleton
public class DoorCheck implements HealthCheck {
    private final MqttDoor door;

    DoorCheck(MqttDoor door) {
        this.door = door;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("mqtt")
                .status(door.port().isPresent())
                .withData("port", door.port().orElse(0))
                .build();
    }
}
