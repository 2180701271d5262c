package io.milliwatt.firmware;

import static org.assertj.core.api.Assertions.assertThat;

import io.milliwatt.dsp.fixedpoint.soil.FutureRain;
import io.milliwatt.runtime.bundle.Bundle;
import io.milliwatt.runtime.soil.DepthForecast;
import io.milliwatt.runtime.soil.ProbeReading;
import io.milliwatt.runtime.soil.SoilChain;
import io.milliwatt.runtime.soil.SoilDepth;
import io.milliwatt.runtime.soil.SoilSettings;
import io.milliwatt.runtime.soil.SoilStatus;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The soil chain in Java beside the firmware's own; every reading goes to both, and whatever they say must be the same. */
final class SoilTwins implements AutoCloseable {

    private final Bundle bundle;
    private final SoilSettings settings;
    private final Map<Integer, int[]> lines = new HashMap<>();
    private SoilChain java;
    private final NativeSoil c;
    private final int depths;
    private int reports;
    private int daysEnded;
    private int forecasts;
    private int flagsSeen;

    SoilTwins(byte[] bundle, SoilSettings settings) {
        this.bundle = Bundle.parse(bundle);
        this.settings = settings;
        java = new SoilChain(this.bundle, settings);
        c = new NativeSoil(bundle, probes(settings));
        depths = settings.depths().size();
    }

    private static SoilProbes probes(SoilSettings settings) {
        return new SoilProbes(
                settings.depths().stream().map(SoilTwins::probe).toList(),
                settings.latitudeCentidegrees(),
                settings.utcOffsetMinutes(),
                settings.rootMillimetres());
    }

    private static SoilProbes.Depth probe(SoilDepth depth) {
        return new SoilProbes.Depth(depth.millimetres(), depth.refill(), depth.full(), depth.saturated());
    }

    void accept(String what, SoilMoment moment) {
        Optional<SoilStatus> inJava = java.accept(new ProbeReading(
                moment.epochSeconds(),
                moment.water(),
                moment.soil(),
                moment.rainTenths(),
                moment.air(),
                moment.batteryMillivolts()));
        Optional<NativeSoil.Status> inC = c.accept(moment);
        assertThat(inC).as("%s: %s", what, moment).isEqualTo(inJava.map(SoilTwins::status));
        inJava.ifPresent(status -> {
            reports += status.report() ? 1 : 0;
            daysEnded += status.dayEnded() ? 1 : 0;
            status.flags().forEach(flags -> flagsSeen |= flags);
            if (status.dayEnded()) {
                compareForecasts(what);
            }
        });
    }

    private void compareForecasts(String what) {
        for (int depth = 0; depth < depths; depth++) {
            Optional<List<Integer>> inJava = java.forecast(depth).map(DepthForecast::changes);
            Optional<List<Integer>> inC = c.forecast(depth).map(SoilTwins::list);
            assertThat(inC)
                    .as(
                            "%s, forecast of depth %d from %s",
                            what, depth, c.inputs(depth).map(Arrays::toString))
                    .isEqualTo(inJava);
            forecasts += inJava.isPresent() ? 1 : 0;
        }
    }

    void expectRain(String what, int[] tenths, long firstDay) {
        java.expectRain(new FutureRain(tenths), firstDay);
        c.expectRain(tenths, firstDay);
        compareForecasts(what);
    }

    void setLines(String what, int depth, int refill, int full) {
        lines.put(depth, new int[] {refill, full});
        java.setLines(depth, refill, full);
        c.setLines(depth, refill, full);
        compareForecasts(what);
    }

    /** A chain that begins anew keeps what was set, and nothing else. */
    void forget(String what) {
        java = new SoilChain(bundle, settings);
        lines.forEach((depth, set) -> java.setLines(depth, set[0], set[1]));
        c.forget();
        compareForecasts(what);
    }

    private static NativeSoil.Status status(SoilStatus status) {
        return new NativeSoil.Status(
                status.flags(), status.dayEnded(), status.daysToRefillTenths(), status.needTenths(), status.report());
    }

    private static List<Integer> list(short[] values) {
        Integer[] boxed = new Integer[values.length];
        Arrays.setAll(boxed, at -> (int) values[at]);
        return List.of(boxed);
    }

    int reports() {
        return reports;
    }

    int daysEnded() {
        return daysEnded;
    }

    int forecasts() {
        return forecasts;
    }

    /** Every flag that came. */
    int flagsSeen() {
        return flagsSeen;
    }

    @Override
    public void close() {
        c.close();
    }
}
