package io.milliwatt.training;

import io.milliwatt.training.domain.TrainingDomain;
import java.nio.file.Path;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.TypeConversionException;

/** What both commands are told: the domain, its data, the seed. */
final class DomainArguments {
    @Parameters(
            index = "0",
            paramLabel = "DOMAIN",
            converter = ByName.class,
            description = "What the model is for: vibration.")
    TrainingDomain domain;

    @Option(
            names = "--data",
            required = true,
            paramLabel = "DIR",
            description = "Folder of the recordings, such as ../shared/data/vibration/cwru, or its parent.")
    Path data;

    @Option(
            names = "--seed",
            defaultValue = "1",
            paramLabel = "N",
            description =
                    "Seed of everything random; the same data and seed give the same bytes. Default: ${DEFAULT-VALUE}.")
    long seed;

    static final class ByName implements ITypeConverter<TrainingDomain> {
        @Override
        public TrainingDomain convert(String name) {
            try {
                return TrainingDomain.named(name);
            } catch (IllegalArgumentException unknown) {
                throw new TypeConversionException(unknown.getMessage());
            }
        }
    }
}
