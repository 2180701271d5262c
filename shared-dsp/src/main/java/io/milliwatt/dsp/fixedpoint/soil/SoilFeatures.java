package io.milliwatt.dsp.fixedpoint.soil;

import static io.milliwatt.dsp.fixedpoint.Saturation.toInt16;

import io.milliwatt.dsp.fixedpoint.BinaryLogarithm;
import io.milliwatt.dsp.fixedpoint.IntegerSquareRoot;
import java.util.Optional;

/** Puts the inputs of a depth's forecast together; every value is saturated to int16. */
public final class SoilFeatures {

    private static final short YES = 100;

    private SoilFeatures() {}

    /**
     * @param depthMillimetres 1 … 32,767
     * @param depth which is {@linkplain DepthHistory#ready() ready}
     * @param soilMean of the depth, 0.01 °C, or {@link Water#MISSING}
     * @param above the next shallower depth of the node
     * @param below the next deeper one
     */
    public static short[] of(
            int depthMillimetres,
            DepthHistory depth,
            short soilMean,
            Optional<DepthHistory> above,
            Optional<DepthHistory> below,
            SiteHistory site,
            FutureRain future) {
        Writer out = new Writer();
        out.add(depth.day(0))
                .add(depth.change(1))
                .add(depth.change(3))
                .add(depth.change(7))
                .add(depth.relative())
                .add(depth.belowHighest())
                .add(depth.aboveLowest())
                .add(depth.dryingQ16() >> 3)
                .add(depth.fourDeviations())
                .add(depth.dryingQ4())
                .add(depth.aboveMean())
                .add(depth.count());
        out.addRoot(site.rain(0))
                .addRoot(site.rain(1))
                .addRoot(site.rainOf(3))
                .addRoot(site.rainOf(SiteHistory.DAYS))
                .add(IntegerSquareRoot.of(1_000L * site.antecedentQ4() >> 4))
                .add(site.daysSinceRain())
                .add(site.air())
                .add(site.airSettled())
                .add(site.evapotranspiration())
                .add(site.evapotranspirationSettled())
                .add(site.dayLength())
                .add(site.dayLengthGain())
                .add(Water.known(soilMean) ? soilMean : site.airSettled());
        out.addNeighbour(above).addNeighbour(below);
        out.add(BinaryLogarithm.q10(depthMillimetres)).add(depthMillimetres);
        addFuture(out, future);
        return out.values;
    }

    /** The same array with other rain to come. */
    public static short[] withFuture(short[] features, FutureRain future) {
        Writer out = new Writer();
        System.arraycopy(features, 0, out.values, 0, SoilFeature.FIRST_OF_FUTURE);
        out.at = SoilFeature.FIRST_OF_FUTURE;
        addFuture(out, future);
        return out.values;
    }

    private static void addFuture(Writer out, FutureRain future) {
        out.add(future.isKnown() ? YES : 0);
        int sum = 0;
        int left = 0;
        int wettest = 0;
        int sumOfThree = 0;
        int leftOfThree = 0;
        for (int ahead = 0; ahead < FutureRain.DAYS; ahead++) {
            int rain = future.day(ahead);
            out.addRoot(rain);
            sum += rain;
            left = left * 4 / 5 + rain;
            wettest = Math.max(wettest, rain);
            sumOfThree = ahead == 2 ? sum : sumOfThree;
            leftOfThree = ahead == 2 ? left : leftOfThree;
        }
        out.addRoot(sumOfThree).addRoot(sum).addRoot(leftOfThree).addRoot(left).addRoot(wettest);
    }

    private static final class Writer {
        private final short[] values = new short[SoilFeature.COUNT];
        private int at;

        Writer add(long value) {
            values[at++] = toInt16(value);
            return this;
        }

        Writer addRoot(int rainTenths) {
            return add(IntegerSquareRoot.of(1_000L * rainTenths));
        }

        Writer addNeighbour(Optional<DepthHistory> neighbour) {
            if (neighbour.isEmpty() || !neighbour.get().ready()) {
                at += 4;
                return this;
            }
            DepthHistory depth = neighbour.get();
            return add(YES).add(depth.change(1)).add(depth.relative()).add(depth.belowHighest());
        }
    }
}
