package io.milliwatt.ec57.report;

import io.milliwatt.datasets.wfdb.Annotation;
import io.milliwatt.ec57.alarm.Alarm;
import io.milliwatt.ec57.episode.Span;
import java.util.List;

/**
 * What an analysis says of one record.
 *
 * @param annotations in order of time, as EC57 wants them in a file: beats, rhythm changes, flutter, and changes of signal quality around
 *     what it calls unreadable
 * @param rhythmUnknown where it could not tell whether there is atrial fibrillation
 * @param alarms what it raised
 */
public record HeartFindings(List<Annotation> annotations, List<Span> rhythmUnknown, List<Alarm> alarms) {
    public HeartFindings {
        annotations = List.copyOf(annotations);
        rhythmUnknown = List.copyOf(rhythmUnknown);
        alarms = List.copyOf(alarms);
    }
}
