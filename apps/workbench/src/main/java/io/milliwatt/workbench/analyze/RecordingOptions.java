package io.milliwatt.workbench.analyze;

import io.milliwatt.datasets.reader.RawReader;
import io.milliwatt.datasets.reader.RecordingReader;
import io.milliwatt.datasets.reader.SampleType;
import io.milliwatt.datasets.recording.Recording;
import io.milliwatt.datasets.recording.RecordingException;
import io.milliwatt.workbench.SuiteException;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.TypeConversionException;

/** Which file, and how to read it. */
final class RecordingOptions {

    @Parameters(
            paramLabel = "FILE",
            description = "MATLAB level 5 file, delimited text, or raw little-endian samples; each may be gzipped.")
    Path file;

    @Option(
            names = "--channel",
            paramLabel = "NAME",
            description = "Which channel: its name, a part of the name that no other has, or its number from 1.")
    Optional<String> channel = Optional.empty();

    @Option(
            names = "--type",
            paramLabel = "TYPE",
            converter = SampleTypeName.class,
            description =
                    "Sample type of a raw file: int16, int32, float32 or float64. Without it the file is read as MATLAB or text.")
    Optional<SampleType> type = Optional.empty();

    @Option(
            names = "--scale",
            paramLabel = "X",
            defaultValue = "1",
            description =
                    "Raw file: amount of the unit per count; 0.001 turns milli-g into g. Default: ${DEFAULT-VALUE}.")
    double scale;

    @Option(
            names = "--channels",
            paramLabel = "N",
            defaultValue = "1",
            description = "Raw file: number of interleaved channels. Default: ${DEFAULT-VALUE}.")
    int channelCount;

    /** Lower-case names on the command line. */
    static final class SampleTypeName implements ITypeConverter<SampleType> {
        @Override
        public SampleType convert(String text) {
            for (SampleType known : SampleType.values()) {
                if (known.name().equalsIgnoreCase(text)) {
                    return known;
                }
            }
            throw new TypeConversionException(
                    "'" + text + "' is no sample type: give int16, int32, float32 or float64");
        }
    }

    Recording read() {
        try {
            RecordingReader reader =
                    type.isPresent() ? new RawReader(type.get(), scale, channelCount) : RecordingReader.recognise(file);
            return reader.read(file);
        } catch (RecordingException e) {
            throw new SuiteException(e.getMessage(), e);
        } catch (IllegalArgumentException e) {
            throw new SuiteException("The recording cannot be read so: " + e.getMessage() + ".", e);
        }
    }
}
