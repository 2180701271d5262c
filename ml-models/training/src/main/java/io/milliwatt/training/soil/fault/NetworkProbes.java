package io.milliwatt.training.soil.fault;

import io.milliwatt.datasets.network.StationDays;
import io.milliwatt.datasets.network.StationDays.Quantity;
import io.milliwatt.dsp.soil.fault.ProbeDays;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Depths of a network's stations as probes. */
final class NetworkProbes {
    /** A depth with fewer days is too short to inject faults into or to count false alarms on. */
    private static final int LEAST_DAYS = 60;

    private NetworkProbes() {}

    /**
     * @param station index of the station among those with readings
     * @param number of the station in its network
     */
    record Depth(int station, String number, ProbeDays probe, int depth) {
        int readings() {
            return (int) Arrays.stream(probe.moisture()[depth])
                    .filter(value -> !Double.isNaN(value))
                    .count();
        }

        /** Every second station is for scoring, when a model is trained. */
        boolean forFitting() {
            return station % 2 == 0;
        }
    }

    static List<Depth> of(List<StationDays> stations) {
        List<Depth> depths = new ArrayList<>();
        int index = 0;
        for (StationDays station : stations) {
            ProbeDays probe = probe(station);
            List<Depth> usable = new ArrayList<>();
            for (int depth = 0; depth < probe.depths(); depth++) {
                Depth candidate = new Depth(index, station.station(), probe, depth);
                if (candidate.readings() >= LEAST_DAYS) {
                    usable.add(candidate);
                }
            }
            depths.addAll(usable);
            index += usable.isEmpty() ? 0 : 1;
        }
        return depths;
    }

    private static ProbeDays probe(StationDays station) {
        int[] centimetres = StationDays.depthsCentimetres();
        double[][] moisture = new double[centimetres.length][];
        double[][] soil = new double[centimetres.length][];
        for (int depth = 0; depth < centimetres.length; depth++) {
            moisture[depth] = station.moisture(depth);
            soil[depth] = station.soilTemperature(depth);
        }
        return new ProbeDays(
                Arrays.stream(centimetres).asDoubleStream().toArray(),
                moisture,
                soil,
                station.of(Quantity.RAIN),
                station.of(Quantity.AIR_MEAN));
    }
}
