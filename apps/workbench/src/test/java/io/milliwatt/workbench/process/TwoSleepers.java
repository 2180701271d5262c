package io.milliwatt.workbench.process;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A launcher for {@link GuardTest}: starts two children, prints their numbers and waits to be killed. */
final class TwoSleepers {
    private TwoSleepers() {}

    public static void main(String[] arguments) throws InterruptedException {
        try (Supervisor supervisor = new Supervisor()) {
            for (String name : List.of("one", "two")) {
                Path log = Path.of(arguments[0]).resolve(name + ".log");
                Program sleeper = new Program(name, List.of("sleep", "300"), Map.of(), log);
                System.out.println(supervisor.start(sleeper).pid());
            }
            Thread.sleep(300_000);
        }
    }
}
