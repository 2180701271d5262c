package io.milliwatt.workbench.demo;

import com.fasterxml.jackson.databind.JsonNode;
import io.milliwatt.workbench.SuiteException;
import java.util.Map;

/** Makes the fleet known: each node to the gateway, which gives it credentials once, and each machine to the console. */
final class Enrolment {
    private static final int CREATED = 201;
    private static final int CONFLICT = 409;

    private final RestClient gateway;
    private final RestClient console;
    private final Secrets secrets;

    Enrolment(Ports ports, Secrets secrets) {
        this.gateway = RestClient.of("gateway", ports.gateway()).withBearer(secrets.operatorToken());
        this.console = RestClient.of("console", ports.console());
        this.secrets = secrets;
    }

    void enrol(Fleet fleet, NodeCredentials credentials) {
        console.logIn(Account.TECHNICIAN, secrets.technicianPassword());
        for (Fleet.Machine machine : fleet.machines()) {
            if (!credentials.has(machine.nodeId())) {
                credentials.keep(account(machine));
            }
            console.put("/api/machines/" + machine.id(), body(machine));
        }
    }

    /** A node the registry knows although its credentials are lost here gets new ones. */
    private NodeCredentials.Account account(Fleet.Machine machine) {
        RestClient.Answer answer = gateway.post(
                "/api/nodes", Map.of("node", machine.nodeId(), "name", machine.name(), "domain", "vibration"));
        if (answer.status() == CONFLICT) {
            answer = gateway.post("/api/nodes/" + machine.nodeId() + "/credentials", Map.of());
        }
        JsonNode given = answer.body();
        if (answer.status() > CREATED) {
            throw new SuiteException("The gateway did not enrol node " + machine.nodeId() + ": "
                    + given.path("detail").asText("status " + answer.status()));
        }
        return new NodeCredentials.Account(
                machine.nodeId(),
                given.path("password").asText(),
                given.path("key").asText());
    }

    private static Map<String, Object> body(Fleet.Machine machine) {
        return Map.of(
                "name", machine.name(),
                "area", machine.area(),
                "nodeId", machine.nodeId(),
                "bearing", machine.bearing(),
                "nominalSpeedRpm", machine.nominalSpeedRpm(),
                "isoGroup", machine.isoGroup(),
                "support", machine.support());
    }
}
