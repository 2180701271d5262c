package io.milliwatt.workbench.demo;

import io.milliwatt.workbench.broker.BrokerMain;
import io.milliwatt.workbench.database.DatabaseMain;
import io.milliwatt.workbench.database.DatabaseSettings;
import io.milliwatt.workbench.process.JvmCommand;
import io.milliwatt.workbench.process.Program;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How each program of the suite is called: its command, its memory and the variables that point it at the others. */
public final class Programs {
    public static final String DATABASE = "database";
    public static final String BROKER = "broker";
    public static final String GATEWAY = "gateway";
    public static final String CONSOLE = "console";
    public static final String MONITORING = "monitoring";
    public static final String IRRIGATION = "irrigation";
    public static final String NODES = "nodes";

    /** Unpacking the server at the first start needs 70 MB. */
    private static final int DATABASE_LAUNCHER_HEAP_MEGABYTES = 128;

    private static final int BROKER_HEAP_MEGABYTES = 256;
    private static final String NODES_MAIN = "io.milliwatt.nodes.run.VirtualNodes";
    private static final String FLOOD_MAIN = "io.milliwatt.nodes.flood.Flood";

    /** It remembers every frame it has sent. */
    private static final int FLOOD_HEAP_MEGABYTES = 512;

    private static final int APP_HEAP_MEGABYTES = 256;

    private final Installation installation;
    private final DataDirectory data;
    private final Ports ports;
    private final Secrets secrets;
    private final Path fleetFile;
    private final Optional<EmulatedBoard> board;

    Programs(
            Installation installation,
            DataDirectory data,
            Ports ports,
            Secrets secrets,
            Path fleetFile,
            Optional<EmulatedBoard> board) {
        this.installation = installation;
        this.data = data;
        this.ports = ports;
        this.secrets = secrets;
        this.fleetFile = fleetFile;
        this.board = board;
    }

    DatabaseSettings databaseSettings() {
        return new DatabaseSettings(
                data.databaseFiles(),
                data.databaseBinaries(),
                ports.database(),
                secrets.databasePassword(),
                secrets.identityPassword());
    }

    Program database() {
        List<String> command = JvmCommand.ofClass(
                System.getProperty("java.class.path"),
                DatabaseMain.class.getName(),
                DATABASE_LAUNCHER_HEAP_MEGABYTES,
                List.of(
                        data.databaseFiles().toString(),
                        data.databaseBinaries().toString(),
                        Integer.toString(ports.database())));
        return program(
                DATABASE,
                command,
                Map.of(
                        DatabaseMain.PASSWORD_VARIABLE, secrets.databasePassword(),
                        DatabaseMain.IDENTITY_PASSWORD_VARIABLE, secrets.identityPassword()));
    }

    Program broker() {
        List<String> command = JvmCommand.ofClass(
                System.getProperty("java.class.path"),
                BrokerMain.class.getName(),
                BROKER_HEAP_MEGABYTES,
                List.of(
                        data.brokerFiles().toString(),
                        Integer.toString(ports.broker()),
                        Integer.toString(ports.brokerController())));
        return program(BROKER, command, Map.of());
    }

    Program gateway() {
        Map<String, String> environment = server(ports.gateway());
        environment.put("MILLIWATT_MQTT_PORT", Integer.toString(ports.mqtt()));
        environment.put("MILLIWATT_OPERATOR_TOKEN", secrets.operatorToken());
        environment.put("MILLIWATT_REGISTRY_KEY", secrets.registryKey());
        environment.put("MILLIWATT_VIBRATION_URL", "http://127.0.0.1:" + ports.console());
        environment.put("MILLIWATT_ECG_URL", "http://127.0.0.1:" + ports.monitoring());
        environment.put("MILLIWATT_IRRIGATION_URL", "http://127.0.0.1:" + ports.irrigation());
        return program(GATEWAY, JvmCommand.ofJar(installation.quarkusApp("gateway"), APP_HEAP_MEGABYTES), environment);
    }

    Program console() {
        Map<String, String> environment = server(ports.console());
        environment.put("MILLIWATT_SESSION_KEY", secrets.sessionKey());
        environment.put(
                "MILLIWATT_USERS",
                Account.TECHNICIAN + ":" + secrets.technicianPassword() + ":technician," + Account.VIEWER + ":"
                        + secrets.viewerPassword() + ":viewer");
        return program(
                CONSOLE, JvmCommand.ofJar(installation.quarkusApp("vibration"), APP_HEAP_MEGABYTES), environment);
    }

    /** The monitoring station; who the patients are it reads under a role of its own. */
    Program monitoring() {
        Map<String, String> environment = server(ports.monitoring());
        environment.put("MILLIWATT_SESSION_KEY", secrets.monitoringSessionKey());
        environment.put("QUARKUS_DATASOURCE_IDENTITY_USERNAME", DatabaseSettings.IDENTITY_ROLE);
        environment.put("QUARKUS_DATASOURCE_IDENTITY_PASSWORD", secrets.identityPassword());
        environment.put(
                "MILLIWATT_USERS",
                Account.CLINICIAN + ":" + secrets.clinicianPassword() + ":clinician+identity-reader,"
                        + Account.TECHNICIAN + ":" + secrets.technicianPassword() + ":technician,"
                        + Account.VIEWER + ":" + secrets.viewerPassword() + ":viewer,"
                        + Account.ADMINISTRATOR + ":" + secrets.administratorPassword() + ":administrator");
        return program(MONITORING, JvmCommand.ofJar(installation.quarkusApp("ecg"), APP_HEAP_MEGABYTES), environment);
    }

    Program irrigation() {
        Map<String, String> environment = server(ports.irrigation());
        environment.put("MILLIWATT_SESSION_KEY", secrets.irrigationSessionKey());
        // Whoever looks at a demo does not wait an hour for the next look at a zone, nor a minute until a node is told
        // its lines.
        environment.put("MILLIWATT_ADVICE_EVERY", "2m");
        environment.put("MILLIWATT_BRIEFING_AFTER", "2s");
        environment.put("MILLIWATT_BRIEFING_EVERY", "5s");
        environment.put(
                "MILLIWATT_USERS",
                Account.AGRONOMIST + ":" + secrets.agronomistPassword() + ":agronomist," + Account.VIEWER + ":"
                        + secrets.viewerPassword() + ":viewer," + Account.ADMINISTRATOR + ":"
                        + secrets.administratorPassword() + ":administrator");
        return program(
                IRRIGATION, JvmCommand.ofJar(installation.quarkusApp("irrigation"), APP_HEAP_MEGABYTES), environment);
    }

    /** The nodes say that all of them are connected by creating a file. */
    Program nodes(Path credentials) {
        SignedModel machineModel = SignedModel.in(data, "vibration");
        SignedModel heartModel = SignedModel.in(data, "ecg");
        SignedModel soilModel = SignedModel.in(data, "soil");
        List<String> arguments = new ArrayList<>(List.of(
                "--fleet", fleetFile.toString(),
                "--credentials", credentials.toString(),
                "--gateway", "127.0.0.1:" + ports.mqtt(),
                "--state", data.nodeStates().toString(),
                "--bundle", machineModel.file().toString(),
                "--heart-bundle", heartModel.file().toString(),
                "--soil-bundle", soilModel.file().toString(),
                "--bundle-signer", machineModel.signer(),
                "--ready-file", nodesReadyFile().toString()));
        board.ifPresent(emulated -> arguments.addAll(List.of(
                "--emulated-node",
                Integer.toString(EmulatedBoard.NODE),
                "--board-program",
                emulated.program().toString())));
        List<String> command =
                JvmCommand.ofClass(installation.classPath("virtual-nodes"), NODES_MAIN, APP_HEAP_MEGABYTES, arguments);
        return program(NODES, command, Map.of());
    }

    /** Senders without firmware that drive the gateway as hard as it goes. */
    public Program flood(Path credentials, List<String> options) {
        List<String> arguments = new ArrayList<>(
                List.of("--credentials", credentials.toString(), "--gateway", "127.0.0.1:" + ports.mqtt()));
        arguments.addAll(options);
        List<String> command = JvmCommand.ofClass(
                installation.classPath("virtual-nodes"), FLOOD_MAIN, FLOOD_HEAP_MEGABYTES, arguments);
        return program("flood", command, Map.of());
    }

    Path nodesReadyFile() {
        return data.nodeStates().resolve("connected");
    }

    /** The variables under which an app finds database and broker are the same on every installation. */
    private Map<String, String> server(int port) {
        Map<String, String> environment = new HashMap<>();
        environment.put("QUARKUS_HTTP_HOST", "127.0.0.1");
        environment.put("QUARKUS_HTTP_PORT", Integer.toString(port));
        environment.put("QUARKUS_DATASOURCE_JDBC_URL", databaseSettings().jdbcUrl());
        environment.put("QUARKUS_DATASOURCE_USERNAME", DatabaseSettings.ROLE);
        environment.put("QUARKUS_DATASOURCE_PASSWORD", secrets.databasePassword());
        environment.put("KAFKA_BOOTSTRAP_SERVERS", "127.0.0.1:" + ports.broker());
        environment.put("MILLIWATT_INTERNAL_TOKEN", secrets.internalToken());
        return environment;
    }

    private Program program(String name, List<String> command, Map<String, String> environment) {
        return new Program(name, command, environment, data.log(name));
    }
}
