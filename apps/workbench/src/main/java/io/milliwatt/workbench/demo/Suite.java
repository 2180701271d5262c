package io.milliwatt.workbench.demo;

import io.milliwatt.workbench.database.DatabaseSettings;
import io.milliwatt.workbench.database.Postmaster;
import io.milliwatt.workbench.database.RootAccess;
import io.milliwatt.workbench.process.ChildProcess;
import io.milliwatt.workbench.process.ProcessMemory;
import io.milliwatt.workbench.process.ProcessorTime;
import io.milliwatt.workbench.process.Program;
import io.milliwatt.workbench.process.StartPlan;
import io.milliwatt.workbench.process.StartPlan.Step;
import io.milliwatt.workbench.process.Supervisor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** All programs of one installation with their data, started together and stopped together. */
public final class Suite implements AutoCloseable {
    /** A cold machine unpacks the database and migrates its schemas at the first start. */
    private static final Duration START_PATIENCE = Duration.ofMinutes(4);

    private static final Set<String> APPS = Set.of(Programs.CONSOLE, Programs.MONITORING, Programs.IRRIGATION);
    private static final String ENROLMENT = "enrolment";
    private static final String MACHINES = "machines";
    private static final String PATIENTS = "patients";
    private static final String FARM = "farm";

    private final DataDirectory data;
    private final Ports ports;
    private final Secrets secrets;
    private final Programs programs;
    private final Fleet fleet;
    private final NodeCredentials credentials;
    /** The program's start, not the process's: the command builds in the same process before it starts the suite. */
    private final Instant startedAt =
            Instant.ofEpochMilli(ManagementFactory.getRuntimeMXBean().getStartTime());

    private final Supervisor supervisor = new Supervisor();
    private final HealthProbe probe = new HealthProbe();

    private Suite(DataDirectory data, Ports ports, SuiteOptions options, FleetFile fleetFile) {
        this.data = data;
        RunningDemo.announce(data, ports);
        this.ports = ports;
        this.secrets = Secrets.loadOrDraw(data.secrets());
        this.fleet = fleetFile.fleet();
        this.credentials = NodeCredentials.in(data);
        this.programs = new Programs(options.installation(), data, ports, secrets, fleetFile.path(), options.board());
    }

    /** Takes hold of the data and the ports; nothing runs yet. */
    public static Suite prepare(SuiteOptions options) {
        RootAccess.requireDatabaseCanRun();
        DataDirectory data = DataDirectory.open(options.data());
        try {
            Ports ports = Ports.choose(options.portBase());
            return new Suite(data, ports, options, FleetFile.choose(options.fleet(), options.board(), data));
        } catch (RuntimeException failure) {
            data.close();
            throw failure;
        }
    }

    /** Starts everything and returns when it is ready; tells how long after the start of the command that was. */
    public Duration start() throws InterruptedException {
        StartPlan plan = servers(APPS);
        plan.add(step(
                Programs.NODES,
                Set.of(ENROLMENT, MACHINES, PATIENTS, FARM),
                this::startNodes,
                () -> Files.exists(programs.nodesReadyFile())));
        return run(plan);
    }

    /** Starts everything but the virtual nodes, with the fleet enrolled; for others to send in its name. */
    public Duration startWithoutNodes() throws InterruptedException {
        return startWithoutNodes(APPS);
    }

    /** Starts only some of the apps and what they need, otherwise as {@link #startWithoutNodes()}. */
    public Duration startWithoutNodes(Set<String> apps) throws InterruptedException {
        return run(servers(apps));
    }

    private StartPlan servers(Set<String> apps) {
        StartPlan plan = new StartPlan()
                .add(step(
                        Programs.DATABASE,
                        Set.of(),
                        () -> supervisor.start(programs.database()),
                        this::databaseAnswers))
                .add(step(
                        Programs.BROKER,
                        Set.of(),
                        () -> supervisor.start(programs.broker()),
                        () -> probe.accepts(ports.broker())))
                .add(app(Programs.GATEWAY, programs::gateway, ports.gateway()))
                .add(step(
                        ENROLMENT, Set.of(Programs.GATEWAY), () -> enrolment().enrol(fleet, credentials), () -> true));
        if (apps.contains(Programs.CONSOLE)) {
            plan.add(app(Programs.CONSOLE, programs::console, ports.console()))
                    .add(step(
                            MACHINES,
                            Set.of(Programs.CONSOLE),
                            () -> enrolment().register(fleet),
                            () -> true));
        }
        if (apps.contains(Programs.MONITORING)) {
            plan.add(app(Programs.MONITORING, programs::monitoring, ports.monitoring()))
                    .add(step(
                            PATIENTS,
                            Set.of(Programs.MONITORING),
                            () -> enrolment().admit(fleet),
                            () -> true));
        }
        if (apps.contains(Programs.IRRIGATION)) {
            plan.add(app(Programs.IRRIGATION, programs::irrigation, ports.irrigation()))
                    .add(step(FARM, Set.of(Programs.IRRIGATION), this::settle, () -> true));
        }
        return plan;
    }

    private Step app(String name, Supplier<Program> program, int port) {
        return step(
                name, Set.of(Programs.DATABASE), () -> supervisor.start(program.get()), () -> probe.appIsReady(port));
    }

    private Duration run(StartPlan plan) throws InterruptedException {
        ProgressLine progress = ProgressLine.onErrorStream(plan.names());
        try {
            plan.run(START_PATIENCE, new StartPlan.Listener() {
                @Override
                public void ready(String name) {
                    progress.done(name);
                }

                @Override
                public void waiting() {
                    progress.tick();
                    supervisor.requireAllAlive();
                }
            });
        } finally {
            progress.end();
        }
        return Duration.between(startedAt, Instant.now());
    }

    private static Step step(String name, Set<String> after, Runnable begin, BooleanSupplier isReady) {
        return new Step(name, after, begin, isReady);
    }

    private Enrolment enrolment() {
        return new Enrolment(ports, secrets);
    }

    private void settle() {
        if (!fleet.zones().isEmpty()) {
            new FarmSettlement(ports, secrets).settle(fleet.farm(), fleet.zones());
        }
    }

    private void startNodes() {
        try {
            Files.deleteIfExists(programs.nodesReadyFile());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        supervisor.start(programs.nodes(credentials.path()));
    }

    private boolean databaseAnswers() {
        DatabaseSettings database = programs.databaseSettings();
        try (Connection connection =
                DriverManager.getConnection(database.jdbcUrl(), DatabaseSettings.ROLE, database.password())) {
            return connection.isValid(1);
        } catch (SQLException notYet) {
            return false;
        }
    }

    /** When the command was started, its own JVM included. */
    public Instant startedAt() {
        return startedAt;
    }

    public Ports ports() {
        return ports;
    }

    public Secrets secrets() {
        return secrets;
    }

    public Fleet fleet() {
        return fleet;
    }

    public DatabaseSettings database() {
        return programs.databaseSettings();
    }

    public DataDirectory data() {
        return data;
    }

    /** Runs another program under the same supervision. */
    public ChildProcess run(Program program) {
        return supervisor.start(program);
    }

    public Programs programs() {
        return programs;
    }

    /** Where the credentials of the enrolled nodes stand. */
    public Path credentials() {
        return credentials.path();
    }

    /** Kills one program as a power cut would; {@link #restartTheDead} brings it back. */
    public void kill(String program) throws InterruptedException {
        supervisor.kill(program);
        if (program.equals(Programs.DATABASE)) {
            Postmaster.find(data.databaseFiles()).ifPresent(ProcessHandle::destroyForcibly);
        }
    }

    /** Starts a program again that was killed. */
    public void restart(String program) {
        supervisor.restart(program);
    }

    public void restartTheDead(Consumer<ChildProcess> told) {
        supervisor.restartTheDead(told);
    }

    /** Resident memory by program, the launcher and the total included. */
    public Map<String, Long> residentMegabytes() {
        Map<String, Long> megabytes = new LinkedHashMap<>();
        processes().forEach((program, process) -> megabytes.put(program, ProcessMemory.residentBytes(process) >> 20));
        megabytes.put("launcher", ProcessMemory.ofThisProcessAlone() >> 20);
        megabytes.put(
                "total", megabytes.values().stream().mapToLong(Long::longValue).sum());
        return megabytes;
    }

    /** Processor time since its start by program, the launcher included. */
    public Map<String, Duration> processorTime() {
        Map<String, Duration> time = new LinkedHashMap<>();
        processes().forEach((program, process) -> time.put(program, ProcessorTime.of(process)));
        time.put("launcher", ProcessorTime.ofThisProcessAlone());
        return time;
    }

    private Map<String, ProcessHandle> processes() {
        Map<String, ProcessHandle> processes = supervisor.processes();
        Postmaster.find(data.databaseFiles()).ifPresent(server -> processes.put("postgresql", server));
        return processes;
    }

    /** A client that is logged in to the maintenance console as the viewer. */
    public HttpClient viewerSession() {
        RestClient console = RestClient.of("console", ports.console());
        console.logIn(Account.VIEWER, secrets.viewerPassword());
        return console.session();
    }

    /** Logged in to the monitoring station as the viewer. */
    public RestClient monitoringSession() {
        RestClient station = RestClient.of("monitoring station", ports.monitoring());
        station.logIn(Account.VIEWER, secrets.viewerPassword());
        return station;
    }

    /** Logged in to the irrigation console as the agronomist. */
    public RestClient farmSession() {
        RestClient farm = RestClient.of("irrigation console", ports.irrigation());
        farm.logIn(Account.AGRONOMIST, secrets.agronomistPassword());
        return farm;
    }

    /** The pseudonyms of the patients that the monitoring station shows. */
    public Map<String, String> patientsByBed() {
        Map<String, String> patients = new LinkedHashMap<>();
        monitoringSession()
                .get("/api/patients")
                .forEach(patient -> patients.put(
                        patient.path("bed").asText(), patient.path("id").asText()));
        return patients;
    }

    @Override
    public void close() {
        supervisor.close();
        data.close();
    }
}
