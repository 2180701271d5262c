package io.milliwatt.workbench.demo;

import io.milliwatt.workbench.JsonText;
import io.milliwatt.workbench.SuiteException;
import io.milliwatt.workbench.check.CheckReport;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code milliwatt demo}. */
@Command(
        name = "demo",
        mixinStandardHelpOptions = true,
        description = {
            "Starts the whole suite with a fleet of virtual nodes and stops it on Ctrl-C.",
            "Within a minute a bearing damage develops on one machine, and a patient's heart begins to race: both alarms appear."
        })
public final class DemoCommand implements Callable<Integer> {
    @Option(
            names = "--data",
            paramLabel = "DIR",
            description =
                    "Folder for database, broker log, node states, secrets and logs; a later start finds the history"
                            + " in it. Default: .milliwatt-data in the checkout.")
    private Path data;

    @Option(
            names = "--port",
            paramLabel = "BASE",
            defaultValue = "" + Ports.DEFAULT_BASE,
            description =
                    "Port of the maintenance console; the gateway, MQTT, the database, the broker and the monitoring"
                            + " station take the next ones."
                            + " 0 takes any free ports. Default: ${DEFAULT-VALUE}.")
    private int portBase;

    @Option(
            names = "--fleet",
            paramLabel = "FILE",
            description = "Machines and signals to use instead of the demo's own (JSON).")
    private Path fleet;

    @Option(
            names = "--emulated-node",
            description = "One machine more, whose node runs on an emulated Cortex-M4 board (QEMU); not with --fleet.")
    private boolean emulatedNode;

    @Option(
            names = "--check",
            description =
                    "Without a person: ends with 0 once an event has gone from a machine's node to the console and one from"
                            + " a patient's node to the wall, with their alarms, and prints what each leg took; otherwise names"
                            + " what failed.")
    private boolean check;

    @Option(names = "--json", description = "With --check: print the JSON summary alone, without the closing sentence.")
    private boolean json;

    @Override
    public Integer call() throws InterruptedException {
        if (emulatedNode && fleet != null) {
            throw new SuiteException("--emulated-node adds a machine to the demo's own fleet: leave --fleet out.");
        }
        Installation installation = Installation.find();
        Path folder = data == null ? installation.defaultData() : data;
        Suite suite = Suite.prepare(new SuiteOptions(
                installation,
                folder,
                portBase,
                Optional.ofNullable(fleet),
                emulatedNode ? Optional.of(EmulatedBoard.of(installation)) : Optional.empty()));
        StopOnSignal stop = StopOnSignal.install(suite);
        try {
            Duration readyAfter = suite.start();
            if (check) {
                return report(new SuiteCheck(suite).run(readyAfter));
            }
            System.err.println(new Greeting(suite).text(readyAfter));
            watchOver(suite);
            return 0;
        } finally {
            stop.now();
        }
    }

    private int report(CheckReport report) {
        System.out.println(JsonText.of(report));
        if (!json) {
            System.err.println(report.finding());
        }
        return report.ok() ? 0 : 1;
    }

    /** Until the process is told to end; a program that ended by itself is started again. */
    private static void watchOver(Suite suite) throws InterruptedException {
        while (true) {
            Thread.sleep(Duration.ofSeconds(1));
            suite.restartTheDead(child ->
                    System.err.println("The " + child.name() + " ended by itself and is started again; its log is "
                            + child.program().logFile() + ".previous"));
        }
    }
}
