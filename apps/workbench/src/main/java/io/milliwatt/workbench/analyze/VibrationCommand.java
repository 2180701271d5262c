package io.milliwatt.workbench.analyze;

import io.milliwatt.datasets.recording.Channel;
import io.milliwatt.datasets.recording.Recording;
import io.milliwatt.dsp.signal.SignalUnit;
import io.milliwatt.dsp.vibration.CataloguedBearing;
import io.milliwatt.workbench.SuiteException;
import java.io.PrintWriter;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code milliwatt analyze vibration}. */
@Command(
        name = "vibration",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Diagnoses the bearing in one recording: features, fault lines, and the diagnosis with its evidence.",
            "The fault is one of none, inner-race, outer-race, rolling-element, unidentified (damage without a line that names the part).",
            "A stopped machine or a constant signal gives none with confidence 0 and says so under quality."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:The recording was analyzed, whatever the diagnosis.",
            "1:The recording cannot be analyzed; the message says why.",
            "2:The command line is wrong."
        },
        footerHeading = "%nExample:%n",
        footer = "  milliwatt analyze vibration 105.mat --channel DE --rate 12000 --rpm 1797 --bearing 6205 --unit g")
public final class VibrationCommand implements Callable<Integer> {

    /** What one sample of the file means. */
    enum Unit {
        g(SignalUnit.G),
        ms2(SignalUnit.METRES_PER_SECOND_SQUARED);

        final SignalUnit signalUnit;

        Unit(SignalUnit signalUnit) {
            this.signalUnit = signalUnit;
        }

        static Unit parse(String text) {
            return switch (text) {
                case "g", "G" -> g;
                case "m/s2", "m/s^2", "m/s²", "ms2" -> ms2;
                default ->
                    throw new SuiteException(
                            "The unit '" + text + "' is not known: give g or m/s2, or leave --unit out.");
            };
        }
    }

    @Mixin
    private RecordingOptions recording;

    @Option(names = "--rate", paramLabel = "HZ", description = "Sampling rate. It is never guessed.")
    private Optional<Double> rateHz = Optional.empty();

    @Option(
            names = "--rpm",
            paramLabel = "N",
            description = "Shaft speed in turns per minute; the true one may differ by 3 %%.")
    private Optional<Double> rpm = Optional.empty();

    @Option(
            names = "--bearing",
            paramLabel = "NAME",
            description =
                    "A catalogued name such as 6205, ER-16K or ZA-2115, or the geometry n,d,D,angle in mm and degrees.")
    private Optional<String> bearing = Optional.empty();

    @Option(
            names = "--unit",
            paramLabel = "g|m/s2",
            description = "Unit of the samples. Without it no level in mm/s and no severity zone is given.")
    private Optional<String> unit = Optional.empty();

    @Option(
            names = "--group",
            paramLabel = "1|2",
            description = "Machine group of ISO 20816-3; with --support it picks one zone.")
    private Optional<String> group = Optional.empty();

    @Option(names = "--support", paramLabel = "rigid|flexible", description = "Support of the machine, for the zone.")
    private Optional<String> support = Optional.empty();

    @Option(names = "--json", description = "Print JSON for other programs.")
    private boolean json;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        SignalUnit signalUnit = unit.map(text -> Unit.parse(text).signalUnit).orElse(SignalUnit.UNKNOWN);
        double speedRpm =
                positive(rpm, "--rpm", "the shaft speed in turns per minute; fault lines cannot be placed without it");
        CataloguedBearing chosen = BearingChoice.of(bearing.orElseThrow(
                () -> new SuiteException("State the bearing with --bearing NAME or --bearing n,d,D,angle.")));
        Recording read = recording.read();
        double sampleRateHz = positive(
                rateHz.or(() -> boxed(read.sampleRateHz())),
                "--rate",
                "the sampling rate in hertz; " + read.file() + " does not tell it, and it is never guessed");
        ChannelChoice choice = new ChannelChoice(read);
        Channel channel = choice.of(recording.channel);
        VibrationAnalysis analysis = new VibrationAnalysis(read, channel, sampleRateHz, signalUnit, speedRpm, chosen);
        VibrationReport report = analysis.report(choice.clock(), new ZoneChoice(group, support));
        PrintWriter out = spec.commandLine().getOut();
        out.println(json ? VibrationJson.of(report) : VibrationText.of(report));
        out.flush();
        return 0;
    }

    private static Optional<Double> boxed(OptionalDouble value) {
        return value.isPresent() ? Optional.of(value.getAsDouble()) : Optional.empty();
    }

    private static double positive(Optional<Double> value, String option, String meaning) {
        double number = value.orElseThrow(() -> new SuiteException("State " + option + ": " + meaning + "."));
        if (!(number > 0) || Double.isInfinite(number)) {
            throw new SuiteException(
                    option + " must be a positive number, but it is " + number + "; state " + meaning + ".");
        }
        return number;
    }
}
