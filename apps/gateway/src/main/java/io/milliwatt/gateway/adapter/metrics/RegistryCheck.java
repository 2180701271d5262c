package io.milliwatt.gateway.adapter.metrics;

import io.milliwatt.gateway.adapter.db.Registry;
import io.milliwatt.gateway.node.NodeDirectory;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/** Ready once the registry was read; a database that goes away later is told, but frames do not need it. */
@Readiness
@Singleton
public class RegistryCheck implements HealthCheck {
    private final Registry registry;
    private final NodeDirectory directory;

    RegistryCheck(Registry registry, NodeDirectory directory) {
        this.registry = registry;
        this.directory = directory;
    }

    @Override
    public HealthCheckResponse call() {
        HealthCheckResponseBuilder response =
                HealthCheckResponse.named("registry").status(directory.isLoaded());
        response.withData("nodes", directory.all().size());
        registry.trouble().ifPresent(trouble -> response.withData("trouble", trouble));
        return response.build();
    }
}
