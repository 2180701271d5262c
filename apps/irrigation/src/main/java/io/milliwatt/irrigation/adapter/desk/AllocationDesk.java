package io.milliwatt.irrigation.adapter.desk;

import io.milliwatt.irrigation.adapter.db.Farm;
import io.milliwatt.irrigation.adapter.db.FarmDirectory;
import io.milliwatt.irrigation.adapter.view.WaterUse;
import io.milliwatt.irrigation.alarm.AlarmSource;
import io.milliwatt.irrigation.alarm.AllocationWatch;
import io.milliwatt.irrigation.alarm.Finding;
import io.milliwatt.irrigation.site.Site;
import io.milliwatt.irrigation.zone.Zone;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** How far the allocations of a site's zones and water sources are used. */
@ApplicationScoped
public class AllocationDesk {

    private final FarmDirectory directory;
    private final AccountDesk accounts;
    private final WaterUse use;

    AllocationDesk(FarmDirectory directory, AccountDesk accounts, WaterUse use) {
        this.directory = directory;
        this.accounts = accounts;
        this.use = use;
    }

    /** Of those that have an allocation today. */
    public List<Finding> look(Site site, Instant now) {
        Farm farm = directory.farm();
        LocalDate today = site.dateAt(now);
        List<Finding> found = new ArrayList<>();
        for (Zone zone : farm.zonesOfSite(site.id())) {
            zone.allocation()
                    .filter(allocation -> allocation.covers(today))
                    .map(allocation -> AllocationWatch.ofZone(
                            AlarmSource.zone(zone.id()),
                            accounts.usedMillimetres(zone, allocation.from(), today, now),
                            allocation.limitMillimetres(zone.areaHectares()),
                            allocation.to(),
                            now))
                    .ifPresent(found::add);
        }
        farm.sourceDefinitions()
                .forEach((id, source) -> source.allocation()
                        .filter(allocation -> source.siteId().equals(site.id())
                                && !today.isBefore(allocation.from())
                                && !today.isAfter(allocation.to()))
                        .map(allocation -> AllocationWatch.ofSource(
                                AlarmSource.water(id),
                                use.usedOfAllocation(id, source).orElse(0),
                                allocation.cubicMetres(),
                                allocation.to(),
                                now))
                        .ifPresent(found::add));
        return found;
    }
}
