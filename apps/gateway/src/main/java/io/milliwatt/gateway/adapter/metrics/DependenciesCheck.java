package io.milliwatt.gateway.adapter.metrics;

import io.milliwatt.gateway.adapter.db.Registry;
import io.milliwatt.gateway.adapter.kafka.KafkaWatch;
import io.smallrye.health.api.Wellness;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;

/** Down while the database or Kafka does not answer: {@code /q/health} shows it, readiness does not depend on it. */
@Wellness
@Singleton
public class DependenciesCheck implements HealthCheck {
    private final Registry registry;
    private final KafkaWatch watch;

    DependenciesCheck(Registry registry, KafkaWatch watch) {
        this.registry = registry;
        this.watch = watch;
    }

    @Override
    public HealthCheckResponse call() {
        HealthCheckResponseBuilder response = HealthCheckResponse.named("dependencies")
                .status(registry.trouble().isEmpty() && watch.trouble().isEmpty())
                .withData("database", registry.trouble().orElse("up"))
                .withData("kafka", watch.trouble().orElse("up"));
        return response.build();
    }
}
