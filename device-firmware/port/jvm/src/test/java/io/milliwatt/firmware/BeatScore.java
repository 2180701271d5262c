package io.milliwatt.firmware;

import java.util.Arrays;
import java.util.Locale;

/**
 * How a detector's beats compare with a reference, by the rules of ANSI/AAMI EC57: a pair lies within 150 ms, the first five
 * minutes are for learning, ventricular flutter is left out.
 *
 * @param missed reference beats without a partner
 * @param extra detected beats without a partner
 * @param squaredError of the pairs' distances, in samples
 */
record BeatScore(int paired, int missed, int extra, double squaredError) {

    static final BeatScore NONE = new BeatScore(0, 0, 0, 0);

    static BeatScore of(MitBihRecord record, int rateHz, int[] detected) {
        int from = 5 * 60 * rateHz;
        double scale = (double) rateHz / MitBihRecord.RATE_HZ;
        int[] reference = Arrays.stream(record.beats())
                .filter(beat -> !record.isFlutter(beat))
                .map(beat -> (int) Math.round(beat * scale))
                .filter(beat -> beat >= from)
                .toArray();
        int[] found = Arrays.stream(detected)
                .filter(beat -> beat >= from && !record.isFlutter(Math.round(beat / scale)))
                .toArray();
        return match(reference, found, 150 * rateHz / 1000);
    }

    /** Both in order of time. Of two candidates for one partner the nearer takes it, unless it has a nearer one itself. */
    private static BeatScore match(int[] reference, int[] found, int window) {
        int paired = 0;
        double squaredError = 0;
        int i = 0;
        int j = 0;
        while (i < reference.length && j < found.length) {
            int distance = Math.abs(found[j] - reference[i]);
            if (distance <= window
                    && !isNearer(found, j + 1, reference, i, distance)
                    && !isNearer(reference, i + 1, found, j, distance)) {
                paired++;
                squaredError += (double) distance * distance;
                i++;
                j++;
            } else if (found[j] < reference[i] == (distance > window)
                    || isNearer(found, j + 1, reference, i, distance)) {
                j++;
            } else {
                i++;
            }
        }
        return new BeatScore(paired, reference.length - paired, found.length - paired, squaredError);
    }

    /** Whether the next of one side is nearer to the other side's beat, and that is the nearest it has. */
    private static boolean isNearer(int[] side, int next, int[] other, int at, int distance) {
        if (next >= side.length || Math.abs(side[next] - other[at]) >= distance) {
            return false;
        }
        return at + 1 >= other.length || Math.abs(side[next] - other[at + 1]) >= Math.abs(side[next] - other[at]);
    }

    BeatScore plus(BeatScore other) {
        return new BeatScore(
                paired + other.paired, missed + other.missed, extra + other.extra, squaredError + other.squaredError);
    }

    int beats() {
        return paired + missed;
    }

    double sensitivityPercent() {
        return 100.0 * paired / beats();
    }

    double positivePredictivityPercent() {
        return 100.0 * paired / (paired + extra);
    }

    double errorPercent() {
        return 100.0 * (missed + extra) / beats();
    }

    double positionErrorMillis(int rateHz) {
        return 1000.0 / rateHz * Math.sqrt(squaredError / paired);
    }

    String line(String name, int rateHz) {
        return String.format(
                Locale.ROOT,
                "%-16s %6d beats, missed %4d, extra %4d, Se %.3f, +P %.3f, error %.3f %%, R position %.2f ms rms",
                name,
                beats(),
                missed,
                extra,
                sensitivityPercent(),
                positivePredictivityPercent(),
                errorPercent(),
                positionErrorMillis(rateHz));
    }
}
