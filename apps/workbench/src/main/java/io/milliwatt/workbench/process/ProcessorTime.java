package io.milliwatt.workbench.process;

import java.time.Duration;
import java.util.stream.Stream;

/** Processor time of a process and everything below it that still runs. */
public final class ProcessorTime {
    private ProcessorTime() {}

    /** Of the process and all below it. */
    public static Duration of(ProcessHandle process) {
        return Stream.concat(Stream.of(process), process.descendants())
                .map(ProcessorTime::alone)
                .reduce(Duration.ZERO, Duration::plus);
    }

    /** Of this process without those it started. */
    public static Duration ofThisProcessAlone() {
        return alone(ProcessHandle.current());
    }

    /** Zero for a process that is gone. */
    private static Duration alone(ProcessHandle process) {
        return process.info().totalCpuDuration().orElse(Duration.ZERO);
    }
}
