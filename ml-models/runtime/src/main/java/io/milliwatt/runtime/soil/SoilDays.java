package io.milliwatt.runtime.soil;

import io.milliwatt.dsp.fixedpoint.soil.DepthHistory;
import io.milliwatt.dsp.fixedpoint.soil.FutureRain;
import io.milliwatt.dsp.fixedpoint.soil.SiteDay;
import io.milliwatt.dsp.fixedpoint.soil.SiteHistory;
import io.milliwatt.dsp.fixedpoint.soil.SoilFeatures;
import io.milliwatt.dsp.fixedpoint.soil.Water;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The days of a site and its depths, and the inputs of each depth's forecast. */
public final class SoilDays {

    private final int[] depthsMillimetres;
    private final SiteHistory site;
    private final List<DepthHistory> depths;
    private final short[] soil;

    /** @param depthsMillimetres each deeper than the one before */
    public SoilDays(int[] depthsMillimetres, int latitudeCentidegrees) {
        this.depthsMillimetres = depthsMillimetres.clone();
        site = new SiteHistory(latitudeCentidegrees);
        depths = Stream.generate(DepthHistory::new)
                .limit(depthsMillimetres.length)
                .toList();
        soil = new short[depthsMillimetres.length];
    }

    /**
     * Ends a day.
     *
     * @param water mean of each depth, 0.01 %, or {@link Water#MISSING}
     * @param soilMeans temperature of each depth, 0.01 °C, or {@link Water#MISSING}
     */
    public void end(SiteDay day, short[] water, short[] soilMeans) {
        System.arraycopy(soilMeans, 0, soil, 0, soil.length);
        short uppermost = Water.MISSING;
        for (int i = soil.length - 1; i >= 0; i--) {
            uppermost = Water.known(soil[i]) ? soil[i] : uppermost;
        }
        site.accept(day, uppermost);
        for (int i = 0; i < water.length; i++) {
            depths.get(i).accept(water[i], site);
        }
    }

    public DepthHistory depth(int index) {
        return depths.get(index);
    }

    /** Empty while the depth is not {@linkplain DepthHistory#ready() ready}. */
    public Optional<short[]> features(int index, FutureRain future) {
        DepthHistory depth = depths.get(index);
        if (!depth.ready()) {
            return Optional.empty();
        }
        return Optional.of(SoilFeatures.of(
                depthsMillimetres[index],
                depth,
                soil[index],
                neighbour(index - 1),
                neighbour(index + 1),
                site,
                future));
    }

    private Optional<DepthHistory> neighbour(int index) {
        return index >= 0 && index < depths.size() ? Optional.of(depths.get(index)) : Optional.empty();
    }

    /** The most by which another depth's daily means differ within eight days, 0.01 %. */
    int othersMoved(int index) {
        int most = 0;
        for (int other = 0; other < depths.size(); other++) {
            most = other == index ? most : Math.max(most, depths.get(other).moved());
        }
        return most;
    }
}
