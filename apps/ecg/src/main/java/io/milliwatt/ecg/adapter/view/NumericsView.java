package io.milliwatt.ecg.adapter.view;

import io.milliwatt.ecg.vitals.Numerics;
import java.time.Instant;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/** The node's numbers of one second; what it does not know is null. */
public record NumericsView(
        Instant at,
        OptionalDouble heartRate,
        OptionalDouble respirationRate,
        OptionalLong lastRrMillis,
        int signalQuality,
        String atrialFibrillation,
        double ventricularShare,
        boolean leadOff,
        boolean cannotTell,
        boolean clipped,
        boolean warmingUp) {

    public static NumericsView of(Numerics numerics) {
        return new NumericsView(
                numerics.at(),
                numerics.heartRatePerMinute(),
                numerics.respirationRatePerMinute(),
                numerics.lastRrMillis() > 0 ? OptionalLong.of(numerics.lastRrMillis()) : OptionalLong.empty(),
                numerics.signalQualityPercent(),
                numerics.atrialFibrillation().name().toLowerCase(Locale.ROOT),
                numerics.ventricularShare(),
                numerics.quality().isLeadOff(),
                numerics.quality().isShutDown(),
                numerics.quality().isClipped(),
                numerics.quality().isWarmingUp());
    }
}
