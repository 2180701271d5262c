package io.milliwatt.irrigation.adapter.rest;

import io.milliwatt.irrigation.adapter.db.Farm;
import io.milliwatt.irrigation.adapter.db.FarmDirectory;
import io.milliwatt.irrigation.probe.Probe;
import io.milliwatt.irrigation.site.Site;
import io.milliwatt.irrigation.supply.Valve;
import io.milliwatt.irrigation.zone.Zone;
import io.milliwatt.platform.problems.ProblemException;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/** Finds what addresses name, with a sentence where there is nothing. */
@ApplicationScoped
class KnownThings {

    private final FarmDirectory directory;
    private final SecurityIdentity identity;
    private final Clock clock;

    KnownThings(FarmDirectory directory, SecurityIdentity identity, Clock clock) {
        this.directory = directory;
        this.identity = identity;
        this.clock = clock;
    }

    Farm farm() {
        return directory.farm();
    }

    String user() {
        return identity.getPrincipal().getName();
    }

    Instant now() {
        return clock.instant();
    }

    Zone zone(String id) {
        return SetUpDesk.known(farm().zone(id), "zone", id);
    }

    Valve valve(String id) {
        return SetUpDesk.known(farm().valve(id), "valve", id);
    }

    Probe probe(String id) {
        return SetUpDesk.known(farm().probe(id), "probe", id);
    }

    /** The named site, or the first. */
    Site site(Optional<String> id) {
        return id.map(named -> SetUpDesk.known(farm().site(named), "site", named))
                .or(() -> farm().sites().stream().findFirst())
                .orElseThrow(() -> new ProblemException(404, "site.missing", "There is no farm yet; add one first."));
    }

    LocalDate today(Site site) {
        return site.dateAt(clock.instant());
    }

    static LocalDate day(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException unreadable) {
            throw new ProblemException(400, "day.invalid", "'" + text + "' is no day; write it like 2026-06-12.");
        }
    }
}
