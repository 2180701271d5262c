package io.milliwatt.ecg.adapter.kafka;

import io.milliwatt.ecg.adapter.db.PauseBook;
import io.milliwatt.ecg.adapter.live.WallNews;
import io.milliwatt.platform.storage.SchemaMigration;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;

/** Ends pauses whose time is over. */
@ApplicationScoped
class PauseClock {

    private final PauseBook pauses;
    private final WallNews news;
    private final SchemaMigration schema;

    PauseClock(PauseBook pauses, WallNews news, SchemaMigration schema) {
        this.pauses = pauses;
        this.news = news;
        this.schema = schema;
    }

    @Scheduled(every = "1s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void look() {
        if (schema.isDone()) {
            pauses.endThoseOver().forEach(news::changed);
        }
    }
}
