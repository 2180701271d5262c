package io.milliwatt.irrigation.adapter.importing;

import io.milliwatt.irrigation.adapter.db.JsonText;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** Which files were taken; the same content for the same place is taken once. */
@ApplicationScoped
class ImportTable {

    private static final String COLUMNS = "SELECT id, result::text FROM file_import ";

    private final Jdbi jdbi;
    private final JsonText json;

    ImportTable(Jdbi jdbi, JsonText json) {
        this.jdbi = jdbi;
        this.json = json;
    }

    Optional<FileImport> find(Handle handle, String sha256, String siteId, Optional<String> zoneId) {
        return handle.createQuery(COLUMNS + "WHERE sha256 = :sha AND site_id = :site AND coalesce(zone_id, '') = :zone")
                .bind("sha", sha256)
                .bind("site", siteId)
                .bind("zone", zoneId.orElse(""))
                .map((row, context) ->
                        json.read(row.getString(2), FileImport.class).withId(row.getLong(1)))
                .findOne();
    }

    FileImport add(Handle handle, String sha256, String siteId, Optional<String> zoneId, FileImport done) {
        long id = handle.createUpdate(
                        "INSERT INTO file_import (name, kind, sha256, site_id, zone_id, result, at, by_user)"
                                + " VALUES (:name, :kind, :sha, :site, :zone, :result::jsonb, :at, :by)")
                .bind("name", done.name())
                .bind("kind", done.kind())
                .bind("sha", sha256)
                .bind("site", siteId)
                .bind("zone", zoneId.orElse(null))
                .bind("result", json.write(done))
                .bind("at", done.at())
                .bind("by", done.by())
                .executeAndReturnGeneratedKeys("id")
                .mapTo(Long.class)
                .one();
        return done.withId(id);
    }

    /** Newest first. */
    List<FileImport> list(int limit) {
        return jdbi.withHandle(handle -> handle.createQuery(COLUMNS + "ORDER BY id DESC LIMIT :limit")
                .bind("limit", limit)
                .map((row, context) ->
                        json.read(row.getString(2), FileImport.class).withId(row.getLong(1)))
                .list());
    }
}
