package io.milliwatt.energy;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;

/**
 * Instructions counted on emulated boards, from the file in which the firmware's bench keeps its figures: {@code name target
 * bar recorded anchor} in each line, {@code -} for what is not known.
 */
public final class InstructionCounts {

    private static final InstructionCounts MEASURED = read("instructions.txt");

    private final Map<String, Long> counts;

    private InstructionCounts(Map<String, Long> counts) {
        this.counts = Map.copyOf(counts);
    }

    /** The figures that the firmware's bench gave. */
    public static InstructionCounts measured() {
        return MEASURED;
    }

    /** @throws IllegalArgumentException if a line is not of that form */
    static InstructionCounts of(String text) {
        Map<String, Long> counts = new HashMap<>();
        text.lines()
                .map(line -> line.replaceFirst("#.*", "").strip())
                .filter(line -> !line.isEmpty())
                .forEach(line -> {
                    String[] words = line.split("\\s+");
                    if (words.length < 4 || !words[3].matches("-|[0-9]{1,15}")) {
                        throw new IllegalArgumentException(
                                "'" + line + "' is not a bench's name, target, bar and record.");
                    }
                    if (!words[3].equals("-")) {
                        counts.put(words[0] + " " + words[1], Long.parseLong(words[3]));
                    }
                });
        return new InstructionCounts(counts);
    }

    /** Empty where nobody has counted this work on this core. */
    public OptionalLong of(String work, Core core) {
        Long count = counts.get(work + " " + core.label());
        return count == null ? OptionalLong.empty() : OptionalLong.of(count);
    }

    private static InstructionCounts read(String resource) {
        try (InputStream in = InstructionCounts.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("The counted instructions are not in this jar: " + resource + ".");
            }
            return of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException failure) {
            throw new UncheckedIOException("The counted instructions cannot be read.", failure);
        }
    }
}
