package io.milliwatt.datasets.ecg;

import io.milliwatt.datasets.wfdb.AnnotationFile;
import io.milliwatt.datasets.wfdb.RecordLine;
import io.milliwatt.datasets.wfdb.SignalLine;
import io.milliwatt.datasets.wfdb.WfdbRecord;
import io.milliwatt.datasets.wfdb.WfdbSignal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Leads of a WFDB record: the same samples, with the rate of their frames times their samples in each. */
final class WfdbImport {
    private static final int LARGEST_RESOLUTION_BITS = 31;

    private WfdbImport() {}

    static EcgRecording recording(WfdbRecord record, AnnotationFile annotations) {
        RecordLine line = record.recordLine();
        List<EcgLead> leads = new ArrayList<>();
        for (WfdbSignal signal : record.signals()) {
            SignalLine about = signal.line();
            leads.add(ranged(
                    about,
                    EcgLead.owning(
                            about.description(),
                            line.frameRateHz() * about.samplesPerFrame(),
                            signal.samples(),
                            about.gainUnitsPerPhysicalUnit(),
                            about.baseline(),
                            about.physicalUnit())));
        }
        return new EcgRecording(
                line.name(),
                annotations.timeResolutionHz().orElse(line.frameRateHz()),
                leads,
                line.start(),
                annotations.annotations(),
                record.comments(),
                Stream.concat(record.findings().stream(), annotations.findings().stream())
                        .toList());
    }

    /** Half of the converter's values lie below its zero. */
    private static EcgLead ranged(SignalLine about, EcgLead lead) {
        if (about.adcResolutionBits() < 1 || about.adcResolutionBits() > LARGEST_RESOLUTION_BITS) {
            return lead;
        }
        int half = 1 << about.adcResolutionBits() - 1;
        long lowest = (long) about.adcZero() - half;
        long highest = (long) about.adcZero() + half - 1;
        return lowest <= Integer.MIN_VALUE || highest > Integer.MAX_VALUE || lowest == highest
                ? lead
                : lead.from(new EcgLead.ConverterRange((int) lowest, (int) highest));
    }
}
