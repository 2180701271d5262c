package io.milliwatt.workbench.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Nothing may be left running, whichever way the launcher ends. */
class GuardTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @TempDir
    private Path folder;

    @Test
    void aLauncherKilledOutrightLeavesNothingRunning() throws Exception {
        Process launcher = new ProcessBuilder(JvmCommand.ofClass(
                        System.getProperty("java.class.path"),
                        TwoSleepers.class.getName(),
                        64,
                        List.of(folder.toString())))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        List<Long> sleepers =
                launcher.inputReader().lines().limit(2).map(Long::parseLong).toList();
        assertThat(sleepers).hasSize(2).allMatch(GuardTest::runs);

        launcher.destroyForcibly().waitFor();

        await().atMost(PATIENCE).until(() -> sleepers.stream().noneMatch(GuardTest::runs));
    }

    @Test
    void aStopEndsTheLastStartedFirstAndWaitsForEach() {
        Supervisor supervisor = new Supervisor();
        ChildProcess first = supervisor.start(sleeper("first"));
        ChildProcess second = supervisor.start(sleeper("second"));

        supervisor.close();

        assertThat(List.of(first.isAlive(), second.isAlive())).containsOnly(false);
    }

    @Test
    void aProgramThatEndedByItselfIsStartedAgain() throws Exception {
        try (Supervisor supervisor = new Supervisor()) {
            long before = supervisor.start(sleeper("sleeper")).pid();
            supervisor.kill("sleeper");

            supervisor.restartTheDead(child -> {});

            assertThat(supervisor.child("sleeper").isAlive()).isTrue();
            assertThat(supervisor.child("sleeper").pid()).isNotEqualTo(before);
        }
    }

    @Test
    void aProgramThatCannotStayUpIsGivenUpWithTheEndOfItsLog() throws Exception {
        Program hopeless =
                new Program("hopeless", List.of("sh", "-c", "echo no luck; exit 3"), Map.of(), folder.resolve("h.log"));
        try (Supervisor supervisor = new Supervisor()) {
            supervisor.start(hopeless);

            assertThatThrownBy(() -> {
                        for (int look = 0; look < 500; look++) {
                            supervisor.restartTheDead(child -> {});
                            Thread.sleep(10);
                        }
                    })
                    .hasMessageContaining("hopeless ended with code 3")
                    .hasMessageContaining("no luck");
        }
    }

    @Test
    void memoryIsThatOfTheProcessAndItsChildren() {
        long own = ProcessMemory.residentBytes(ProcessHandle.current());

        assertThat(own).isGreaterThan(20L << 20);
    }

    private Program sleeper(String name) {
        return new Program(name, List.of("sleep", "300"), Map.of(), folder.resolve(name + ".log"));
    }

    private static boolean runs(long pid) {
        Optional<ProcessHandle> process = ProcessHandle.of(pid);
        return process.isPresent() && process.get().isAlive();
    }
}
