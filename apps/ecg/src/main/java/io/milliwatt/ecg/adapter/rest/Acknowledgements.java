package io.milliwatt.ecg.adapter.rest;

import io.milliwatt.ecg.adapter.live.WallNews;
import io.milliwatt.platform.alarms.Alarm;
import io.milliwatt.platform.alarms.store.AlarmBook;
import io.milliwatt.platform.alarms.store.AlarmBook.Acknowledged;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

/** Acknowledges alarms in the name of the person who asks, and tells open pages. */
@ApplicationScoped
class Acknowledgements {

    private final AlarmBook alarms;
    private final WallNews news;
    private final SecurityIdentity user;

    Acknowledgements(AlarmBook alarms, WallNews news, SecurityIdentity user) {
        this.alarms = alarms;
        this.news = news;
        this.user = user;
    }

    /** The alarm afterwards; empty where there is none of this number. A request without a body has no comment. */
    Optional<Alarm> of(long alarmId, AcknowledgeRequest request) {
        Optional<String> comment = Optional.ofNullable(request).flatMap(AcknowledgeRequest::text);
        Optional<Acknowledged> done =
                alarms.acknowledge(alarmId, user.getPrincipal().getName(), comment);
        done.flatMap(Acknowledged::step).ifPresent(step -> news.changed(List.of(step), List.of()));
        return done.map(Acknowledged::alarm);
    }
}
