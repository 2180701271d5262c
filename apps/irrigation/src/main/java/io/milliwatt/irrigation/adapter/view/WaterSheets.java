package io.milliwatt.irrigation.adapter.view;

import io.milliwatt.irrigation.export.WaterSheet;
import io.milliwatt.irrigation.site.Site;
import java.time.Instant;

/** A report of water used as the sheet that leaves the farm. */
public final class WaterSheets {

    private WaterSheets() {}

    public static WaterSheet of(WaterUse.Report report, Site site, Instant madeAt) {
        return new WaterSheet(
                site.name(),
                report.from(),
                report.to(),
                report.by(),
                report.rows().stream().map(WaterSheets::line).toList(),
                line(report.total()),
                report.currency(),
                madeAt,
                site.timeZone().getId());
    }

    private static WaterSheet.Line line(WaterUse.Row row) {
        return new WaterSheet.Line(
                row.name(),
                row.cubicMetres(),
                row.millimetres(),
                row.runs(),
                row.meteredShare(),
                row.cost(),
                row.energyKilowattHours(),
                row.percentOfAllocation());
    }
}
