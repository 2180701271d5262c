package io.milliwatt.gateway.adapter.metrics;

import io.milliwatt.gateway.adapter.kafka.KafkaWatch;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/**
 * Ready once Kafka was reached. A broker that goes away later is told, yet does not take the gateway out of service: events
 * still go straight to the app, and frames wait.
 */
@Readiness
@Singleton
public class KafkaCheck implements HealthCheck {
    private final KafkaWatch watch;

    KafkaCheck(KafkaWatch watch) {
        this.watch = watch;
    }

    @Override
    public HealthCheckResponse call() {
        HealthCheckResponseBuilder response = HealthCheckResponse.named("kafka").status(watch.wasReached());
        watch.trouble().ifPresent(trouble -> response.withData("trouble", trouble));
        return response.build();
    }
}
