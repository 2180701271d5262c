package io.milliwatt.workbench.bench;

import picocli.CommandLine.Command;

/** {@code milliwatt bench}. */
@Command(
        name = "bench",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        description = "Measures the suite on this machine; takes no part in the tests.",
        subcommands = {IngestBench.class, EcgBench.class, IrrigationBench.class})
public final class BenchCommand {}
