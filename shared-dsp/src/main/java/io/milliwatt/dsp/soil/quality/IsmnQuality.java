package io.milliwatt.dsp.soil.quality;

import static io.milliwatt.dsp.soil.quality.QualityFlag.C01;
import static io.milliwatt.dsp.soil.quality.QualityFlag.C02;
import static io.milliwatt.dsp.soil.quality.QualityFlag.C03;
import static io.milliwatt.dsp.soil.quality.QualityFlag.D01;
import static io.milliwatt.dsp.soil.quality.QualityFlag.D02;
import static io.milliwatt.dsp.soil.quality.QualityFlag.D03;
import static io.milliwatt.dsp.soil.quality.QualityFlag.D04;
import static io.milliwatt.dsp.soil.quality.QualityFlag.D05;
import static io.milliwatt.dsp.soil.quality.QualityFlag.D06;
import static io.milliwatt.dsp.soil.quality.QualityFlag.D07;
import static io.milliwatt.dsp.soil.quality.QualityFlag.D08;
import static io.milliwatt.dsp.soil.quality.QualityFlag.D09;
import static io.milliwatt.dsp.soil.quality.QualityFlag.D10;
import static io.milliwatt.dsp.soil.quality.QualityFlag.G;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntPredicate;

/** All rules over a series: each reading with its flags, G alone where no rule objects. A reading that is missing has none. */
public final class IsmnQuality {
    private static final double HIGHEST_PERCENT = 60;
    private static final double FROZEN_CELSIUS = 0;

    private final ProbeSeries series;
    private final List<Set<QualityFlag>> flags;

    private IsmnQuality(ProbeSeries series) {
        this.series = series;
        flags = new ArrayList<>(series.length());
        for (int i = 0; i < series.length(); i++) {
            flags.add(EnumSet.noneOf(QualityFlag.class));
        }
    }

    public static List<Set<QualityFlag>> flags(ProbeSeries series, ProbeSite site) {
        IsmnQuality quality = new IsmnQuality(series);
        Readings moisture = new Readings(series.moisturePercent());
        quality.range(moisture, site);
        quality.frozen();
        if (site.nearSurface()) {
            quality.rises(moisture, site.leastRainMillimetres());
        }
        Spikes spikes = new Spikes(moisture);
        quality.mark(D06, spikes::isSpike);
        Breaks breaks = new Breaks(moisture);
        quality.mark(D07, breaks::drops);
        quality.mark(D08, breaks::jumps);
        boolean[] low = Plateaus.low(moisture, breaks);
        quality.mark(D09, i -> low[i]);
        boolean[] high = Plateaus.high(moisture);
        quality.mark(D10, i -> high[i]);
        quality.mark(G, i -> quality.flags.get(i).isEmpty() && !Double.isNaN(moisture.at(i)));
        return quality.flags.stream().map(Set::copyOf).toList();
    }

    private void range(Readings moisture, ProbeSite site) {
        mark(C01, i -> moisture.at(i) < 0);
        mark(C02, i -> moisture.at(i) > HIGHEST_PERCENT);
        site.saturation().ifPresent(saturation -> mark(C03, i -> moisture.at(i) > saturation.percent()));
    }

    private void frozen() {
        markBelowZero(D01, series.soilCelsius());
        markBelowZero(D02, series.airCelsius());
        markBelowZero(D03, series.modelSoilCelsius());
    }

    private void markBelowZero(QualityFlag flag, Optional<double[]> celsius) {
        celsius.ifPresent(values -> mark(flag, i -> values[i] < FROZEN_CELSIUS));
    }

    private void rises(Readings moisture, double leastRain) {
        series.rainMillimetres()
                .ifPresent(rain -> mark(D04, i -> DryRise.at(i, moisture, new Readings(rain), leastRain)));
        series.modelRainMillimetres()
                .ifPresent(rain -> mark(D05, i -> DryRise.at(i, moisture, new Readings(rain), leastRain)));
    }

    private void mark(QualityFlag flag, IntPredicate rule) {
        for (int i = 0; i < flags.size(); i++) {
            if (rule.test(i)) {
                flags.get(i).add(flag);
            }
        }
    }
}
