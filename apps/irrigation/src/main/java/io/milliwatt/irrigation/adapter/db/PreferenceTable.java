package io.milliwatt.irrigation.adapter.db;

import io.milliwatt.irrigation.adapter.definition.Preferences;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import org.jdbi.v3.core.Jdbi;

/** How people want to see and hear things. */
@ApplicationScoped
public class PreferenceTable {

    private final Jdbi jdbi;
    private final Clock clock;
    private final JsonText json;

    PreferenceTable(Jdbi jdbi, Clock clock, JsonText json) {
        this.jdbi = jdbi;
        this.clock = clock;
        this.json = json;
    }

    public Preferences of(String user) {
        return jdbi.withHandle(
                        handle -> handle.createQuery("SELECT definition::text FROM preference WHERE user_name = :user")
                                .bind("user", user)
                                .mapTo(String.class)
                                .findOne())
                .map(text -> json.read(text, Preferences.class))
                .orElse(Preferences.USUAL);
    }

    public void put(String user, Preferences preferences) {
        jdbi.useHandle(handle -> handle.createUpdate("INSERT INTO preference (user_name, definition, changed_at)"
                        + " VALUES (:user, :definition::jsonb, :now) ON CONFLICT (user_name) DO UPDATE SET"
                        + " definition = excluded.definition, changed_at = excluded.changed_at")
                .bind("user", user)
                .bind("definition", json.write(preferences))
                .bind("now", clock.instant())
                .execute());
    }
}
