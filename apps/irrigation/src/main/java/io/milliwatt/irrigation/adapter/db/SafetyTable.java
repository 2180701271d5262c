package io.milliwatt.irrigation.adapter.db;

import io.milliwatt.irrigation.safety.SafetyState;
import jakarta.enterprise.context.ApplicationScoped;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** What the watch over each site's valves remembers. */
@ApplicationScoped
public class SafetyTable {

    private final Jdbi jdbi;
    private final JsonText json;

    SafetyTable(Jdbi jdbi, JsonText json) {
        this.jdbi = jdbi;
        this.json = json;
    }

    public SafetyState of(String siteId) {
        return jdbi.withHandle(
                        handle -> handle.createQuery("SELECT state::text FROM safety_state WHERE site_id = :site")
                                .bind("site", siteId)
                                .mapTo(String.class)
                                .findOne())
                .map(text -> json.read(text, SafetyState.class))
                .orElse(SafetyState.BLANK);
    }

    /** The state with its row locked until the caller's transaction ends. */
    public SafetyState lock(Handle handle, String siteId) {
        handle.createUpdate("INSERT INTO safety_state (site_id, state) VALUES (:site, :blank::jsonb)"
                        + " ON CONFLICT DO NOTHING")
                .bind("site", siteId)
                .bind("blank", json.write(SafetyState.BLANK))
                .execute();
        return json.read(
                handle.createQuery("SELECT state::text FROM safety_state WHERE site_id = :site FOR UPDATE")
                        .bind("site", siteId)
                        .mapTo(String.class)
                        .one(),
                SafetyState.class);
    }

    public void save(Handle handle, String siteId, SafetyState state) {
        handle.createUpdate("UPDATE safety_state SET state = :state::jsonb WHERE site_id = :site")
                .bind("site", siteId)
                .bind("state", json.write(state))
                .execute();
    }
}
