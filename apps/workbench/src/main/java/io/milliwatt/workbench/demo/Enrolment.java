package io.milliwatt.workbench.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Makes the fleet known: each node to the gateway, which gives it credentials once, each machine and each patient to its console. */
final class Enrolment {
    private final RestClient gateway;
    private final RestClient console;
    private final RestClient monitoring;
    private final Secrets secrets;

    Enrolment(Ports ports, Secrets secrets) {
        this.gateway = RestClient.of("gateway", ports.gateway()).withBearer(secrets.operatorToken());
        this.console = RestClient.of("console", ports.console());
        this.monitoring = RestClient.of("monitoring station", ports.monitoring());
        this.secrets = secrets;
    }

    /** Sees to it that every node of the fleet has credentials. */
    void enrol(Fleet fleet, NodeCredentials credentials) {
        Set<Integer> known = new HashSet<>();
        gateway.get("/api/nodes").forEach(node -> known.add(node.path("number").asInt()));
        for (Fleet.Machine machine : fleet.machines()) {
            enrol(new Node(machine.nodeId(), machine.name(), "vibration"), known, credentials);
        }
        for (Fleet.Patient patient : fleet.patients()) {
            enrol(new Node(patient.nodeId(), "Bed " + patient.bed(), "ecg"), known, credentials);
        }
        for (Farm.Zone zone : fleet.zones()) {
            enrol(new Node(zone.nodeId(), zone.name(), "irrigation"), known, credentials);
        }
    }

    /** A node as the gateway's registry wants to know it. */
    private record Node(int number, String name, String domain) {}

    private void enrol(Node node, Set<Integer> known, NodeCredentials credentials) {
        boolean isKnown = known.contains(node.number());
        if (!isKnown || !credentials.has(node.number())) {
            credentials.keep(isKnown ? newAccount(node) : firstAccount(node));
        }
    }

    /** Enters the machines as a technician would. */
    void register(Fleet fleet) {
        console.logIn(Account.TECHNICIAN, secrets.technicianPassword());
        for (Fleet.Machine machine : fleet.machines()) {
            console.put("/api/machines/" + machine.id(), body(machine));
        }
    }

    /** Admits the patients as a clinician would; who is there already, stays. */
    void admit(Fleet fleet) {
        monitoring.logIn(Account.CLINICIAN, secrets.clinicianPassword());
        Set<Integer> assigned = new HashSet<>();
        monitoring
                .get("/api/patients")
                .forEach(patient -> patient.path("nodes")
                        .forEach(node -> assigned.add(node.path("nodeId").asInt())));
        for (Fleet.Patient patient : fleet.patients()) {
            if (!assigned.contains(patient.nodeId())) {
                JsonNode admitted = monitoring.post(
                        "/api/patients",
                        Map.of(
                                "bed", patient.bed(),
                                "ward", patient.ward(),
                                "nodeId", patient.nodeId(),
                                "identity", patient.identity()));
                if (patient.hasPacemaker()) {
                    tellPacemaker(admitted.path("id").asText());
                }
            }
        }
    }

    private void tellPacemaker(String patient) {
        String settings = "/api/patients/" + patient + "/settings";
        monitoring.put(settings, Map.of("limits", monitoring.get(settings).path("limits"), "hasPacemaker", true));
    }

    private NodeCredentials.Account firstAccount(Node node) {
        return account(gateway.post("/api/nodes", node));
    }

    /** For a node that the registry knows although its credentials are lost here. */
    private NodeCredentials.Account newAccount(Node node) {
        return account(gateway.post("/api/nodes/" + node.number() + "/credentials", Map.of()));
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
