package io.milliwatt.workbench.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Makes the fleet known: each node to the gateway, which gives it credentials once, and each machine to the console. */
final class Enrolment {
    private final RestClient gateway;
    private final RestClient console;
    private final Secrets secrets;

    Enrolment(Ports ports, Secrets secrets) {
        this.gateway = RestClient.of("gateway", ports.gateway()).withBearer(secrets.operatorToken());
        this.console = RestClient.of("console", ports.console());
        this.secrets = secrets;
    }

    /** Sees to it that every node of the fleet has credentials. */
    void enrol(Fleet fleet, NodeCredentials credentials) {
        Set<Integer> known = new HashSet<>();
        gateway.get("/api/nodes").forEach(node -> known.add(node.path("number").asInt()));
        for (Fleet.Machine machine : fleet.machines()) {
            boolean isKnown = known.contains(machine.nodeId());
            if (!isKnown || !credentials.has(machine.nodeId())) {
                credentials.keep(isKnown ? newAccount(machine) : firstAccount(machine));
            }
        }
    }

    /** Enters the machines as a technician would. */
    void register(Fleet fleet) {
        console.logIn(Account.TECHNICIAN, secrets.technicianPassword());
        for (Fleet.Machine machine : fleet.machines()) {
            console.put("/api/machines/" + machine.id(), body(machine));
        }
    }

    private NodeCredentials.Account firstAccount(Fleet.Machine machine) {
        return account(gateway.post(
                "/api/nodes", Map.of("number", machine.nodeId(), "name", machine.name(), "domain", "vibration")));
    }

    /** For a node that the registry knows although its credentials are lost here. */
    private NodeCredentials.Account newAccount(Fleet.Machine machine) {
        return account(gateway.post("/api/nodes/" + machine.nodeId() + "/credentials", Map.of()));
    }

    private static NodeCredentials.Account account(JsonNode given) {
        return new NodeCredentials.Account(
                given.path("node").asInt(),
                given.path("password").asText(),
                given.path("keyBase64").asText());
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
