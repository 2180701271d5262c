package io.milliwatt.irrigation.ledger;

import io.milliwatt.irrigation.zone.Zone;
import java.util.List;

/** The zone's irrigations; one that runs over midnight is shared between the days by time. */
final class WateringBook {
    private final Zone zone;
    private final List<Entry.Watering> waterings;

    WateringBook(Entries entries, Zone zone) {
        this.zone = zone;
        waterings = entries.all(Entry.Watering.class);
    }

    /** Gross mm over the zone. */
    double millimetres(Span part) {
        double cubicMetres = 0;
        for (Entry.Watering watering : waterings) {
            cubicMetres += watering.cubicMetres() * share(watering, part);
        }
        return zone.millimetres(cubicMetres);
    }

    private static double share(Entry.Watering watering, Span part) {
        Span whole = new Span(watering.from(), watering.until());
        if (whole.seconds() == 0) {
            return !watering.from().isBefore(part.from()) && watering.from().isBefore(part.until()) ? 1 : 0;
        }
        return whole.with(part).seconds() / whole.seconds();
    }
}
