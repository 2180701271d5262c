package io.milliwatt.ecg.adapter.rest;

import io.milliwatt.ecg.adapter.db.PauseBook;
import io.milliwatt.ecg.adapter.db.Stay;
import io.milliwatt.ecg.adapter.live.WallNews;
import io.milliwatt.platform.problems.ProblemException;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.ApplicationScoped;

/** Begins and ends pauses in the name of the person who asks, and tells open pages. */
@ApplicationScoped
class Pauses {

    private final PauseBook book;
    private final WallNews news;
    private final SecurityIdentity user;

    Pauses(PauseBook book, WallNews news, SecurityIdentity user) {
        this.book = book;
        this.news = news;
        this.user = user;
    }

    void begin(Stay stay, PauseRequest request) {
        try {
            book.begin(
                    stay,
                    request.toKind(),
                    request.length(),
                    user.getPrincipal().getName());
        } catch (IllegalArgumentException invalid) {
            throw new ProblemException(400, "pause.invalid", invalid.getMessage());
        }
        news.changed(stay.admission().patient());
    }

    void end(Stay stay) {
        book.end(stay.admission().patient(), user.getPrincipal().getName());
        news.changed(stay.admission().patient());
    }
}
