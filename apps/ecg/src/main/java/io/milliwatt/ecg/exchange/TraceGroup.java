package io.milliwatt.ecg.exchange;

import io.milliwatt.ecg.signal.Trace;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Traces that share a table, record or file: those of one node at one rate.
 *
 * @param name its own within an extract: the node's number, and from a node's second rate on its place, such as {@code 17-2}
 * @param traces at least one
 */
public record TraceGroup(String name, long node, double sampleRateHz, List<Trace> traces) {

    public TraceGroup {
        traces = List.copyOf(traces);
    }

    private record Key(long node, double sampleRateHz) {}

    public static List<TraceGroup> of(MonitoringExtract extract) {
        Map<Key, List<Trace>> groups = new LinkedHashMap<>();
        for (Trace trace : extract.traces()) {
            groups.computeIfAbsent(new Key(trace.node(), trace.sampleRateHz()), key -> new ArrayList<>())
                    .add(trace);
        }
        List<TraceGroup> named = new ArrayList<>();
        groups.forEach((key, traces) -> {
            long earlier =
                    named.stream().filter(group -> group.node() == key.node()).count();
            String name = key.node() + (earlier == 0 ? "" : "-" + (earlier + 1));
            named.add(new TraceGroup(name, key.node(), key.sampleRateHz(), traces));
        });
        return named;
    }

    public List<SampleGrid> grids(MonitoringExtract extract) {
        return traces.stream()
                .map(trace -> SampleGrid.of(trace, extract.from(), extract.to()))
                .toList();
    }
}
