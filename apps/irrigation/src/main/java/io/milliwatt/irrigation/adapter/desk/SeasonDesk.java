package io.milliwatt.irrigation.adapter.desk;

import io.milliwatt.irrigation.adapter.db.SeasonPlanTable;
import io.milliwatt.irrigation.ledger.Account;
import io.milliwatt.irrigation.recommendation.Allowance;
import io.milliwatt.irrigation.season.SeasonPlanning;
import io.milliwatt.irrigation.season.SeasonWord;
import io.milliwatt.irrigation.site.Site;
import io.milliwatt.irrigation.zone.Zone;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Sees to each zone's plan for the season: it is kept over restarts, and made anew where it is due. */
@ApplicationScoped
public class SeasonDesk {

    private final SeasonPlanTable table;
    private final StationPast past;
    private final AccountDesk accounts;
    private final PlanDesk nights;

    SeasonDesk(SeasonPlanTable table, StationPast past, AccountDesk accounts, PlanDesk nights) {
        this.table = table;
        this.past = past;
        this.accounts = accounts;
        this.nights = nights;
    }

    /** What the season says to tonight, by the plan that stands or by a new one, which is not stored yet. */
    SeasonWord word(Site site, Zone zone, Account account, Instant now) {
        double used = accounts.usedOfAllocation(zone, account.standing().date(), now);
        return new SeasonPlanning(site, nights.usualNight())
                .word(
                        zone,
                        account,
                        past.of(site.id(), account.standing().date()),
                        table.of(zone),
                        Allowance.leftMillimetres(zone, account.standing().date(), used));
    }

    /** Stores a new plan; a zone that is not planned any more loses its old one. */
    void keep(Handle handle, String zoneId, Optional<SeasonWord> word) {
        word.ifPresentOrElse(said -> keep(handle, zoneId, said), () -> table.remove(handle, zoneId));
    }

    private void keep(Handle handle, String zoneId, SeasonWord word) {
        switch (word) {
            case SeasonWord.Planned planned -> {
                if (planned.renewed()) {
                    table.put(handle, zoneId, planned.plan());
                }
            }
            case SeasonWord.Unplanned _ -> table.remove(handle, zoneId);
        }
    }
}
