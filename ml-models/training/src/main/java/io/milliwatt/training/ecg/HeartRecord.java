package io.milliwatt.training.ecg;

import io.milliwatt.datasets.catalogue.MitBihDataSet;
import io.milliwatt.datasets.catalogue.MitBihRecord;
import io.milliwatt.datasets.ecg.BeatClass;
import io.milliwatt.datasets.ecg.EcgLead;
import io.milliwatt.datasets.ecg.EcgRecording;
import io.milliwatt.datasets.ecg.EscapeBeats;
import io.milliwatt.datasets.recording.RecordingException;
import io.milliwatt.datasets.wfdb.Annotation;
import io.milliwatt.datasets.wfdb.AnnotationCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One lead of a record with its reference beats.
 *
 * @param number of the record; its patient is left out as a whole
 * @param samples in the converter's units, 5 µV each, 360 Hz
 */
record HeartRecord(int number, short[] samples, List<Beat> beats, List<Flutter> flutter) {

    static final int RATE_HZ = 360;
    static final int NANO_MILLIVOLT_PER_COUNT = 5_000_000;

    /** @param fibrillation whether the rhythm is atrial fibrillation or flutter there */
    record Beat(int sample, BeatClass beatClass, boolean fibrillation) {}

    /** Ventricular flutter, in which the reference has no beats. */
    record Flutter(long first, long last) {}

    HeartRecord {
        beats = List.copyOf(beats);
        flutter = List.copyOf(flutter);
    }

    static HeartRecord load(MitBihDataSet data, MitBihRecord record) throws RecordingException {
        return load(data, record, EscapeBeats.NORMAL);
    }

    static HeartRecord load(MitBihDataSet data, MitBihRecord record, EscapeBeats escapeBeats)
            throws RecordingException {
        EcgRecording recording = data.load(record);
        return of(record, recording, recording.lead(record.lead()).orElseThrow(), escapeBeats);
    }

    /** The record's lead that is not analysed: the same heart from another side, to learn from. */
    static HeartRecord loadOtherLead(MitBihDataSet data, MitBihRecord record) throws RecordingException {
        EcgRecording recording = data.load(record);
        EcgLead other = recording.leads().stream()
                .filter(lead -> !lead.name().equals(record.lead()))
                .findFirst()
                .orElseThrow();
        return of(record, recording, other, EscapeBeats.NORMAL);
    }

    private static HeartRecord of(MitBihRecord record, EcgRecording recording, EcgLead lead, EscapeBeats escapeBeats) {
        short[] samples = new short[lead.length()];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = (short) lead.sample(i);
        }
        List<Beat> beats = new ArrayList<>();
        List<Flutter> flutter = new ArrayList<>();
        boolean fibrillation = false;
        long flutterFrom = -1;
        for (Annotation each : recording.annotations()) {
            Optional<BeatClass> beatClass = escapeBeats.classOf(each.code());
            if (beatClass.isPresent()) {
                beats.add(new Beat((int) each.sample(), beatClass.get(), fibrillation));
            } else if (each.code() == AnnotationCode.RHYTHM_CHANGE) {
                fibrillation =
                        each.auxiliary().startsWith("(AFIB") || each.auxiliary().startsWith("(AFL");
            } else if (each.code() == AnnotationCode.FLUTTER_BEGINS) {
                flutterFrom = each.sample();
            } else if (each.code() == AnnotationCode.FLUTTER_ENDS) {
                flutter.add(new Flutter(flutterFrom, each.sample()));
                flutterFrom = -1;
            }
        }
        if (flutterFrom >= 0) {
            flutter.add(new Flutter(flutterFrom, samples.length));
        }
        return new HeartRecord(record.number(), samples, beats, flutter);
    }

    /** As with exchanged electrodes. */
    HeartRecord inverted() {
        short[] inverted = new short[samples.length];
        for (int i = 0; i < samples.length; i++) {
            inverted[i] = (short) -samples[i];
        }
        return new HeartRecord(number, inverted, beats, flutter);
    }

    boolean isFlutter(long sample) {
        return flutter.stream().anyMatch(each -> each.first() <= sample && sample <= each.last());
    }
}
