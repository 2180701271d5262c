package io.milliwatt.workbench.demo;

import com.fasterxml.jackson.databind.JsonNode;
import io.milliwatt.workbench.check.ChainCheck;
import io.milliwatt.workbench.check.CheckReport;
import io.milliwatt.workbench.check.CheckedFleet;
import io.milliwatt.workbench.check.FieldCheck;
import io.milliwatt.workbench.check.FrameLedger;
import io.milliwatt.workbench.check.KafkaProbe;
import io.milliwatt.workbench.check.LiveProbe;
import io.milliwatt.workbench.check.WardCheck;
import io.milliwatt.workbench.check.WardProbe;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The demo without a person: looks at the running suite as its users would, and reports. */
final class SuiteCheck implements CheckedFleet {
    private final Suite suite;
    private final Map<Long, String> machines;

    SuiteCheck(Suite suite) {
        this.suite = suite;
        this.machines = suite.fleet().machines().stream()
                .collect(Collectors.toMap(machine -> (long) machine.nodeId(), Fleet.Machine::id));
    }

    CheckReport run(Duration readyAfter) throws InterruptedException {
        if (suite.fleet().patients().isEmpty()) {
            return run(readyAfter, Optional.empty());
        }
        Map<String, String> patients = suite.patientsByBed();
        try (WardProbe wall =
                new WardProbe(suite.monitoringSession().session(), suite.ports().monitoring(), patients.values())) {
            WardCheck ward = new WardCheck(
                    wall.log(),
                    patients,
                    suite.fleet().watchedPatient().bed(),
                    WardCheck.Patience.OF_THE_DEMO,
                    Clock.systemUTC());
            return run(readyAfter, Optional.of(ward));
        }
    }

    private CheckReport run(Duration readyAfter, Optional<WardCheck> ward) throws InterruptedException {
        try (KafkaProbe kafka = new KafkaProbe(suite.ports().broker());
                LiveProbe live =
                        new LiveProbe(suite.viewerSession(), suite.ports().console())) {
            ChainCheck check = new ChainCheck(kafka, new FrameLedger(suite.database(), "vibration"), live, this);
            return CheckReport.of(check, ward, field(), readyAfter, suite.startedAt(), suite::residentMegabytes);
        }
    }

    private Optional<FieldCheck> field() {
        return suite.fleet().zones().isEmpty()
                ? Optional.empty()
                : Optional.of(new FieldCheck(
                        farmhouse(suite.farmSession()), FieldCheck.Patience.OF_THE_DEMO, Clock.systemUTC()));
    }

    private static FieldCheck.Farmhouse farmhouse(RestClient farm) {
        return new FieldCheck.Farmhouse() {
            @Override
            public JsonNode get(String path) {
                return farm.get(path);
            }

            @Override
            public JsonNode post(String path, Object body) {
                return farm.post(path, body);
            }
        };
    }

    @Override
    public String machineOf(long node) {
        return machines.getOrDefault(node, "");
    }

    @Override
    public String watchedMachine() {
        return suite.fleet().watchedMachine().id();
    }

    @Override
    public boolean gatewayHasHeardANode() {
        RestClient gateway = RestClient.of("gateway", suite.ports().gateway())
                .withBearer(suite.secrets().operatorToken());
        for (var node : gateway.get("/api/nodes")) {
            if (node.hasNonNull("lastSeenAt")) {
                return true;
            }
        }
        return false;
    }
}
