package io.milliwatt.training.soil.fault;

import io.milliwatt.dsp.soil.fault.FaultDays;
import io.milliwatt.dsp.soil.fault.FaultKind;
import io.milliwatt.dsp.soil.fault.ProbeDays;
import io.milliwatt.dsp.soil.quality.IsmnQuality;
import io.milliwatt.dsp.soil.quality.ProbeSeries;
import io.milliwatt.dsp.soil.quality.ProbeSite;
import io.milliwatt.dsp.soil.quality.QualityFlag;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The soil moisture network's published rules on days, beside which the detector stands; they were made for hours. */
final class NetworkRules implements Flagger {
    private static final double PERCENT = 100;
    private static final double CENTIMETRES_PER_METRE = 100;

    @Override
    public FaultDays flag(ProbeDays probe, int depth, int from, int to) {
        ProbeSeries series = new ProbeSeries(
                Arrays.stream(probe.moisture()[depth])
                        .map(value -> PERCENT * value)
                        .toArray(),
                Optional.of(probe.soilCelsius()[depth]),
                Optional.empty(),
                Optional.of(probe.rainMillimetres()),
                Optional.empty(),
                Optional.empty());
        List<Set<QualityFlag>> flags = IsmnQuality.flags(
                series, new ProbeSite(Optional.empty(), probe.depthsCentimetres()[depth] / CENTIMETRES_PER_METRE));
        FaultDays days = new FaultDays();
        for (int day = from; day <= to; day++) {
            for (QualityFlag flag : flags.get(day)) {
                Optional<FaultKind> kind = kind(flag);
                if (kind.isPresent()) {
                    days.flag(kind.get(), day);
                }
            }
        }
        return days;
    }

    private static Optional<FaultKind> kind(QualityFlag flag) {
        return switch (flag) {
            case D06 -> Optional.of(FaultKind.SPIKE);
            case D04, D05, D07, D08 -> Optional.of(FaultKind.STEP);
            case C01, C02, C03, D09 -> Optional.of(FaultKind.BREAK);
            case D10 -> Optional.of(FaultKind.STUCK);
            case D01, D02, D03 -> Optional.of(FaultKind.FROZEN);
            case G -> Optional.empty();
        };
    }
}
