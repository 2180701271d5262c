package io.milliwatt.ecg.adapter.view;

import io.milliwatt.ecg.adapter.db.EpisodeTable;
import io.milliwatt.ecg.adapter.db.LabelTable;
import io.milliwatt.ecg.adapter.db.PatientDirectory;
import io.milliwatt.ecg.adapter.db.PauseBook;
import io.milliwatt.ecg.adapter.db.Stay;
import io.milliwatt.ecg.alarm.Annunciation;
import io.milliwatt.ecg.alarm.PatientRules;
import io.milliwatt.ecg.alarm.Pause;
import io.milliwatt.ecg.alarm.Settings;
import io.milliwatt.ecg.event.Episode;
import io.milliwatt.ecg.event.EventClass;
import io.milliwatt.ecg.label.Label;
import io.milliwatt.ecg.patient.AlarmSource;
import io.milliwatt.platform.alarms.Alarm;
import io.milliwatt.platform.alarms.rest.AlarmFacts;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;

/** Puts together what pages see of alarms and events. */
@ApplicationScoped
public class AlarmViews {

    private final PatientDirectory patients;
    private final PauseBook pauses;
    private final EpisodeTable episodes;
    private final LabelTable labels;

    AlarmViews(PatientDirectory patients, PauseBook pauses, EpisodeTable episodes, LabelTable labels) {
        this.patients = patients;
        this.pauses = pauses;
        this.episodes = episodes;
        this.labels = labels;
    }

    public AlarmView alarm(Alarm alarm) {
        return alarms(List.of(alarm)).getFirst();
    }

    public List<AlarmView> alarms(Collection<Alarm> alarms) {
        Set<String> concerned = alarms.stream()
                .flatMap(alarm -> AlarmSource.parse(alarm.source()).patient().stream())
                .collect(Collectors.toSet());
        Map<String, Pause> held = pauses.of(concerned);
        return alarms.stream().map(alarm -> view(alarm, held)).toList();
    }

    private AlarmView view(Alarm alarm, Map<String, Pause> held) {
        AlarmSource source = AlarmSource.parse(alarm.source());
        Optional<EventClass> eventClass = PatientRules.eventClass(alarm.rule());
        Annunciation annunciation = Annunciation.of(alarm, source.patient().map(held::get));
        return new AlarmView(
                AlarmFacts.of(alarm),
                source.patient(),
                source.patient()
                        .flatMap(patients::find)
                        .map(stay -> stay.admission().bed().name()),
                source.node(),
                eventClass.map(known -> OptionalInt.of(known.number())).orElse(OptionalInt.empty()),
                eventClass.map(EventClass::words).orElse(alarm.rule()),
                eventClass.map(EventClass::isTechnical).orElse(false),
                Annunciation.rank(alarm),
                annunciation.label(),
                annunciation.sounds(alarm),
                alarm.late(),
                eventClass.flatMap(known ->
                        episodes.idOf(source.patient(), source.node().orElse(0), known.number(), alarm.raisedAt())));
    }

    public EventView event(Episode episode) {
        return events(List.of(episode)).getFirst();
    }

    public List<EventView> events(Collection<Episode> listed) {
        Map<Long, Label> verdicts =
                labels.newestOf(listed.stream().map(Episode::id).toList());
        return listed.stream()
                .map(episode -> EventView.of(episode, level(episode), Optional.ofNullable(verdicts.get(episode.id()))))
                .toList();
    }

    private String level(Episode episode) {
        Settings settings =
                episode.patient().flatMap(patients::find).map(Stay::settings).orElse(Settings.DEFAULT);
        return episode.known().map(known -> settings.level(known).label()).orElse("message");
    }
}
