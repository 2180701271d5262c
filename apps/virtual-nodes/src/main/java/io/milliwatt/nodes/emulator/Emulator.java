package io.milliwatt.nodes.emulator;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** One life of the board: a process of QEMU whose standard streams are the board's UART. */
public final class Emulator {
    private static final String QEMU = "qemu-system-arm";
    private static final Duration STOP_PATIENCE = Duration.ofSeconds(4);

    /** How the program ended; the numbers are those of {@code port/cortex-m/node/main.c}. */
    enum End {
        TOLD_TO(0),
        CANNOT_START(1),
        OUT_OF_STEP(2),
        WANTS_RESTART(3),
        FAULT(99),
        KILLED(-1);

        private final int status;

        End(int status) {
            this.status = status;
        }

        static End of(int status) {
            return Stream.of(values())
                    .filter(end -> end.status == status)
                    .findFirst()
                    .orElse(KILLED);
        }
    }

    private final Process process;
    private final BoardWire wire;

    private Emulator(Process process) {
        this.process = process;
        this.wire = new BoardWire(process.getInputStream(), process.getOutputStream());
    }

    /** Where QEMU is installed; empty where it is not. */
    public static Optional<Path> installed() {
        return Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .map(folder -> Path.of(folder, QEMU))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** Starts the program on the board mps2-an386; {@code folder} holds its files, and its log. */
    public static Emulator start(Path program, Path folder) {
        List<String> command = List.of(
                QEMU,
                "-M",
                "mps2-an386",
                "-display",
                "none",
                "-monitor",
                "none",
                "-serial",
                "stdio",
                "-semihosting-config",
                "enable=on,target=native",
                "-kernel",
                program.toAbsolutePath().toString());
        try {
            return new Emulator(new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectError(ProcessBuilder.Redirect.appendTo(
                            folder.resolve("board.log").toFile()))
                    .start());
        } catch (IOException missing) {
            throw new UncheckedIOException(
                    QEMU + " could not be started; install the Debian package qemu-system-arm.", missing);
        }
    }

    BoardWire wire() {
        return wire;
    }

    /** Waits until the program has ended. */
    End await() throws InterruptedException {
        return End.of(process.waitFor());
    }

    /** Tells the board to keep what it must keep, then ends the process, by its handle, if it does not end itself. */
    void stop() {
        try {
            wire.send(BoardWire.Word.POWER_OFF, new byte[0]);
            if (process.waitFor(STOP_PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                return;
            }
        } catch (IOException gone) {
            // It has ended by itself.
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        process.destroyForcibly();
    }
}
