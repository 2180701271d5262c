package io.milliwatt.training;

import java.nio.file.Path;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What training is told: the domain, its data, the seed. */
final class DomainArguments {
    @Parameters(
            index = "0",
            paramLabel = "DOMAIN",
            converter = JudgedDomain.ByName.class,
            description = "What the model is for: vibration, ecg, soil.")
    JudgedDomain domain;

    @Option(
            names = "--data",
            required = true,
            paramLabel = "DIR",
            description =
                    "Folder of the recordings, such as ../shared/data/vibration/cwru ../shared/data/ecg/mitdb or ../shared/data/soil/uscrn-daily-2020, or its parent.")
    Path data;

    @Option(
            names = "--seed",
            defaultValue = "1",
            paramLabel = "N",
            description =
                    "Seed of everything random; the same data and seed give the same bytes. Default: ${DEFAULT-VALUE}.")
    long seed;
}
