package io.milliwatt.workbench.agronomy.method;

import io.milliwatt.datasets.probe.FlagitSeries;
import io.milliwatt.dsp.soil.calibration.Topp1980;
import io.milliwatt.dsp.soil.quality.IsmnQuality;
import io.milliwatt.dsp.soil.quality.QualityFlag;
import io.milliwatt.dsp.soil.texture.SaxtonRawls2006;
import io.milliwatt.dsp.soil.texture.SoilTexture;
import io.milliwatt.workbench.agronomy.vector.Computed;
import io.milliwatt.workbench.agronomy.vector.Inputs;
import io.milliwatt.workbench.agronomy.vector.RowException;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Texture, permittivity and the quality of probe readings. */
final class SoilMethods {
    private static final List<Set<QualityFlag>> FLAGIT = IsmnQuality.flags(FlagitSeries.series(), FlagitSeries.site());

    private SoilMethods() {}

    static List<VectorMethod> all() {
        return List.of(
                VectorMethod.qualified(
                        "Topp 1980",
                        in -> Outputs.of(
                                "theta",
                                Topp1980.waterContent(in.number("epsilon")).fraction())),
                VectorMethod.qualified("Saxton-Rawls 2006 pedotransfer", SoilMethods::texture),
                VectorMethod.qualified("ISMN QC flags", SoilMethods::quality));
    }

    private static Map<String, Computed> texture(Inputs in) {
        SaxtonRawls2006 water = SaxtonRawls2006.of(
                new SoilTexture(in.number("sand_pct"), in.number("clay_pct"), in.number("om_pct")),
                in.optional("density_factor", "df").orElse(1),
                in.optional("gravel_pct").orElse(0));
        return new Outputs()
                .and("WP", water.wiltingPoint().fraction())
                .and("FC", water.fieldCapacity().fraction())
                .and("SAT", water.saturation().fraction())
                .and("Ksat", water.saturatedConductivity())
                .and("AWC", water.availableFraction())
                .all();
    }

    /** A row of the series on which the network's own program is tested. */
    private static Map<String, Computed> quality(Inputs in) {
        int row = in.whole("row");
        if (row < 0 || row >= FLAGIT.size()) {
            throw new RowException("The labelled series has rows 0 to " + (FLAGIT.size() - 1) + ", not " + row + ".");
        }
        return Map.of(
                "flags",
                new Computed.Words(
                        FLAGIT.get(row).stream().map(Enum::name).sorted().toList()));
    }
}
