package io.milliwatt.dsp.soil.fault;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;

/**
 * Trees and threshold for each kind of fault that is not told by a rule alone. As text: a line {@code stations A B C}, an empty line, then for each
 * kind a line {@code KIND threshold T}, its trees ({@link BoostedTrees}), and an empty line.
 *
 * @param learntFrom stations whose days the trees have seen
 */
public record FaultModel(Set<String> learntFrom, Map<FaultKind, Part> parts) {

    private static final String STATIONS = "stations ";

    /** @param threshold of the probability from which a day is flagged */
    public record Part(BoostedTrees trees, double threshold) {}

    public FaultModel {
        learntFrom = Set.copyOf(learntFrom);
        parts = Map.copyOf(parts);
    }

    public static FaultModel parse(BufferedReader in) throws IOException {
        Map<FaultKind, Part> parts = new EnumMap<>(FaultKind.class);
        String head = in.readLine();
        if (head == null || !head.startsWith(STATIONS)) {
            throw new IOException("A fault model begins with a line 'stations NUMBERS', not with '" + head + "'.");
        }
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            if (line.isBlank()) {
                continue;
            }
            String[] words = line.split(" ");
            if (words.length != 3 || !words[1].equals("threshold")) {
                throw new IOException(
                        "A part of the fault model begins with 'KIND threshold T', not with '" + line + "'.");
            }
            try {
                FaultKind kind = FaultKind.valueOf(words[0]);
                double threshold = Double.parseDouble(words[2]);
                parts.put(kind, new Part(BoostedTrees.parse(in), threshold));
            } catch (IllegalArgumentException e) {
                throw new IOException("'" + line + "' names no kind of fault with a threshold.", e);
            }
        }
        return new FaultModel(Set.of(head.substring(STATIONS.length()).split(" ")), parts);
    }

    public int nodes() {
        return parts.values().stream().mapToInt(part -> part.trees().nodes()).sum();
    }
}
