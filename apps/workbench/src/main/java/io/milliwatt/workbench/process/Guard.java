package io.milliwatt.workbench.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * Ends the children when the launcher is gone, however it went. A small shell process reads the children's numbers from
 * a pipe; when the launcher dies, even by kill -9, the system closes the pipe, and the guard stops what is still there.
 */
public final class Guard implements AutoCloseable {
    private static final int SECONDS_TO_STOP = 10;

    /**
     * A line is {@code +pid} for a child that started and {@code -pid} for one that ended, so that a number the system
     * has given to somebody else since is never touched. The last started is stopped first.
     */
    private static final String SCRIPT = """
            watched=' '
            while read -r line; do
              case $line in
                +*) watched=" ${line#+}$watched" ;;
                -*) watched=$(printf '%s' "$watched" | sed "s/ ${line#-} / /") ;;
              esac
            done
            for pid in $watched; do kill -TERM "$pid" 2>/dev/null; done
            tries=SECONDS_TO_STOP
            while [ $tries -gt 0 ]; do
              left=
              for pid in $watched; do kill -0 "$pid" 2>/dev/null && left="$left $pid"; done
              [ -z "$left" ] && exit 0
              tries=$((tries - 1)); sleep 1
            done
            for pid in $left; do kill -KILL "$pid" 2>/dev/null; done
            """.replace("SECONDS_TO_STOP", Integer.toString(SECONDS_TO_STOP));

    private final Process shell;
    private final Writer pipe;

    private Guard(Process shell) {
        this.shell = shell;
        this.pipe = shell.outputWriter();
    }

    public static Guard start() {
        try {
            // Its own session, so that Ctrl-C in the terminal does not end the guard before its children.
            return new Guard(new ProcessBuilder(List.of("setsid", "sh", "-c", SCRIPT))
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    void watch(Process child) {
        tell("+" + child.pid());
        CompletableFuture<Void> unusedFarewell = child.onExit().thenRun(() -> tell("-" + child.pid()));
    }

    private synchronized void tell(String line) {
        try {
            pipe.write(line + "\n");
            pipe.flush();
        } catch (IOException guardIsGone) {
            // Only the protection against a killed launcher is lost; an orderly stop does not need the guard.
        }
    }

    /** Lets the guard go; whatever is still under it is stopped. */
    @Override
    public void close() {
        synchronized (this) {
            try {
                pipe.close();
            } catch (IOException guardIsGone) {
                return;
            }
        }
        try {
            shell.waitFor();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
