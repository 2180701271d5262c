package io.milliwatt.workbench.analyze.ecg;

import io.milliwatt.firmware.NativeHeart.Second;
import io.milliwatt.workbench.analyze.ecg.EcgReport.Quality;
import io.milliwatt.workbench.analyze.ecg.EcgReport.Rate;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/** Adds up what the node tells of every second: the values of recipe 2, in their order, and the quality bits of a features frame. */
final class SecondsSummary {
    private static final int HEART_RATE_TENTHS = 0;
    private static final int RESPIRATION_TENTHS = 2;
    private static final int SIGNAL_QUALITY = 4;
    private static final int FIBRILLATION = 5;

    private static final int LEAD_OFF = 1 << 1;
    private static final int WARMING_UP = 1 << 4;
    private static final int CANNOT_TELL = 1 << 6;

    private int judged;
    private int learning;
    private int leadOff;
    private int cannotTell;
    private int fibrillation;
    private int unknown;
    private long signalIndex;
    private int rated;
    private long rateTenths;
    private int breathed;
    private long respirationTenths;
    private int lowestTenths = Integer.MAX_VALUE;
    private int highestTenths;

    void add(Second second) {
        int flags = second.qualityFlags();
        if ((flags & LEAD_OFF) != 0) {
            leadOff++;
        } else if ((flags & CANNOT_TELL) != 0) {
            cannotTell++;
        } else if ((flags & WARMING_UP) != 0) {
            learning++;
        } else {
            addJudged(second);
        }
    }

    private void addJudged(Second second) {
        judged++;
        signalIndex += second.values().get(SIGNAL_QUALITY);
        fibrillation += second.values().get(FIBRILLATION) == 1 ? 1 : 0;
        unknown += second.values().get(FIBRILLATION) == 2 ? 1 : 0;
        int breaths = second.values().get(RESPIRATION_TENTHS);
        breathed += breaths > 0 ? 1 : 0;
        respirationTenths += breaths;
        int tenths = second.values().get(HEART_RATE_TENTHS);
        if (tenths > 0) {
            rated++;
            rateTenths += tenths;
            lowestTenths = Math.min(lowestTenths, tenths);
            highestTenths = Math.max(highestTenths, tenths);
        }
    }

    Optional<Rate> rate() {
        return rated == 0
                ? Optional.empty()
                : Optional.of(new Rate(
                        Math.round(lowestTenths / 10f),
                        (int) Math.round(rateTenths / 10.0 / rated),
                        Math.round(highestTenths / 10f)));
    }

    /** Mean over the seconds that have one, to a tenth. */
    OptionalDouble respirationRatePerMinute() {
        return breathed == 0
                ? OptionalDouble.empty()
                : OptionalDouble.of(Math.round((double) respirationTenths / breathed) / 10.0);
    }

    Quality quality() {
        OptionalInt index =
                judged == 0 ? OptionalInt.empty() : OptionalInt.of((int) Math.round((double) signalIndex / judged));
        return new Quality(judged, learning, leadOff, cannotTell, fibrillation, unknown, index);
    }
}
