package io.milliwatt.workbench.analyze.ecg;

import io.milliwatt.dsp.ecg.HeartRateVariability;
import io.milliwatt.dsp.fixedpoint.heart.BeatClass;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * All that is told about one recording.
 *
 * @param model domain and version of the released model
 * @param beats by class, those of which the classifier was certain and the others
 * @param uncertain how many of them the classifier was not certain of
 * @param rate lowest, mean and highest heart rate per minute over the seconds that have one
 * @param respirationRatePerMinute mean, as the ECG shows it
 * @param quality how long the signal could be judged, and why not
 * @param episodes by their begin
 * @param annotations the file that was written, if one was asked for
 * @param remarks whole sentences: what was wrong with the file, and what was changed
 */
record EcgReport(
        String file,
        String lead,
        double sampleRateHz,
        double durationSeconds,
        String model,
        Map<BeatClass, Integer> beats,
        int uncertain,
        Optional<Rate> rate,
        OptionalDouble respirationRatePerMinute,
        Quality quality,
        HeartRateVariability variability,
        List<Episode> episodes,
        Optional<Path> annotations,
        List<String> remarks) {

    record Rate(int lowest, int mean, int highest) {}

    /**
     * Whole seconds.
     *
     * @param atrialFibrillation of the judged ones, in an episode
     * @param rhythmUnknown of the judged ones, where it cannot be told whether the atria fibrillate
     * @param signalIndex mean quality of the judged ones, 0 to 100, if there are any
     */
    record Quality(
            int judged,
            int learning,
            int leadOff,
            int cannotTell,
            int atrialFibrillation,
            int rhythmUnknown,
            OptionalInt signalIndex) {}

    EcgReport withAnnotations(Path file) {
        return new EcgReport(
                this.file,
                lead,
                sampleRateHz,
                durationSeconds,
                model,
                beats,
                uncertain,
                rate,
                respirationRatePerMinute,
                quality,
                variability,
                episodes,
                Optional.of(file),
                remarks);
    }

    int beatCount() {
        return beats.values().stream().mapToInt(Integer::intValue).sum();
    }
}
