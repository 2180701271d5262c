package io.milliwatt.workbench.analyze.ecg;

import io.milliwatt.datasets.ecg.EcgLead;
import io.milliwatt.datasets.ecg.EcgReader;
import io.milliwatt.datasets.ecg.EcgRecording;
import io.milliwatt.datasets.recording.RecordingException;
import io.milliwatt.datasets.wfdb.AnnotationFile;
import io.milliwatt.datasets.wfdb.AnnotationWriter;
import io.milliwatt.workbench.SuiteException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code milliwatt analyze ecg}. */
@Command(
        name = "ecg",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Analyses one ECG with the node's own code: beats and their classes, heart rate, rhythms and alarms, signal quality.",
            "A record that is damaged is read as far as it can be, and the report says what is wrong with it.",
            "A research and engineering system; not a certified medical device."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:The recording was analysed, whatever was found.",
            "1:The recording cannot be analysed; the message says why.",
            "2:The command line is wrong."
        },
        footerHeading = "%nExample:%n",
        footer = "  milliwatt analyze ecg ../shared/data/ecg/mitdb/208 --annotations 208.mw")
public final class EcgCommand implements Callable<Integer> {

    @Parameters(
            paramLabel = "RECORD",
            description =
                    "A WFDB record, by the path of its header with or without .hea, or an .edf file; each may be gzipped.")
    private Path record;

    @Option(
            names = "--signal",
            paramLabel = "NAME",
            description =
                    "Which signal: its name, a part of the name that no other has, or its number from 1. Default: MLII, else II, else the first ECG.")
    private Optional<String> signal = Optional.empty();

    @Option(
            names = "--annotations",
            paramLabel = "FILE",
            description =
                    "Write beats, rhythms and signal quality as a WFDB annotation file; WFDB's tools find RECORD.NAME as annotator NAME.")
    private Optional<Path> annotations = Optional.empty();

    @Option(names = "--model", paramLabel = "FILE", description = "A bundle (.mwm) other than the released one.")
    private Optional<Path> model = Optional.empty();

    @Option(names = "--json", description = "Print JSON for other programs.")
    private boolean json;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        HeartModel chosen = HeartModel.of(model);
        EcgRecording recording = read();
        EcgLead lead = new LeadChoice(recording).of(signal);
        EcgAnalysis.Result result = EcgAnalysis.of(recording, lead, chosen);
        EcgReport report = result.report();
        if (annotations.isPresent()) {
            write(
                    new AnnotationFile(result.annotations(), resolution(recording), List.of(), List.of()),
                    annotations.get());
            report = report.withAnnotations(annotations.get());
        }
        PrintWriter out = spec.commandLine().getOut();
        out.println(json ? EcgJson.of(report) : EcgText.of(report));
        out.flush();
        return 0;
    }

    private EcgRecording read() {
        try {
            return EcgReader.flaggingDamage().read(record);
        } catch (RecordingException e) {
            throw new SuiteException(e.getMessage(), e);
        }
    }

    /** Annotations of a WFDB record count its frames, which its header tells; of an EDF file they must tell it themselves. */
    private OptionalDouble resolution(EcgRecording recording) {
        return EcgReader.isEdf(record) ? OptionalDouble.of(recording.annotationRateHz()) : OptionalDouble.empty();
    }

    private static void write(AnnotationFile file, Path path) {
        try {
            AnnotationWriter.write(file, path);
        } catch (RecordingException e) {
            throw new SuiteException(e.getMessage(), e);
        }
    }
}
