package io.milliwatt.dsp.vibration;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The bearings known by name, from {@code bearings.csv} beside this class, where each row says its source. */
public final class BearingCatalogue {

    private static final String RESOURCE = "bearings.csv";

    /** Seals, shields, clearance and cage marks do not change the kinematics. */
    private static final Pattern SUFFIX =
            Pattern.compile("(2RS\\w*|2RSR?|RS|ZZ|2Z|DDU?|LLU|VV|C[2-5]|JEM|DW?|NR|TN9?|ECP|ETN9)$");

    private static final int SUGGESTIONS = 5;

    private final List<CataloguedBearing> bearings;

    private BearingCatalogue(List<CataloguedBearing> bearings) {
        this.bearings = List.copyOf(bearings);
    }

    public static BearingCatalogue load() {
        try (var stream = Objects.requireNonNull(BearingCatalogue.class.getResourceAsStream(RESOURCE), RESOURCE);
                var reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            return new BearingCatalogue(reader.lines()
                    .filter(line -> !line.startsWith("#") && !line.startsWith("name,"))
                    .map(BearingCatalogue::parse)
                    .toList());
        } catch (IOException e) {
            throw new UncheckedIOException("The bearing catalogue could not be read from " + RESOURCE, e);
        }
    }

    public List<CataloguedBearing> all() {
        return bearings;
    }

    /** By name or alias, without regard to case, spaces, hyphens, and seal or clearance suffixes. */
    public Optional<CataloguedBearing> find(String name) {
        String wanted = normal(name);
        Optional<CataloguedBearing> exact = matching(wanted);
        String bare = withoutSuffixes(wanted);
        return exact.isPresent() ? exact : matching(bare).or(() -> matching("SKF" + bare));
    }

    /** Known names most like an unknown one, best first. */
    public List<String> near(String name) {
        String wanted = normal(name);
        return bearings.stream()
                .flatMap(BearingCatalogue::names)
                .sorted(Comparator.comparingInt((String known) -> distance(wanted, normal(known)))
                        .thenComparing(known -> known))
                .limit(SUGGESTIONS)
                .toList();
    }

    private Optional<CataloguedBearing> matching(String normalName) {
        return bearings.stream()
                .filter(bearing ->
                        names(bearing).anyMatch(known -> normal(known).equals(normalName)))
                .findFirst();
    }

    private static Stream<String> names(CataloguedBearing bearing) {
        return Stream.concat(Stream.of(bearing.name()), bearing.aliases().stream());
    }

    private static String normal(String name) {
        return name.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "");
    }

    private static String withoutSuffixes(String name) {
        String bare = name;
        while (true) {
            String shorter = SUFFIX.matcher(bare).replaceFirst("");
            if (shorter.equals(bare) || shorter.isEmpty()) {
                return bare;
            }
            bare = shorter;
        }
    }

    /** Edits between two words (Levenshtein 1966). */
    private static int distance(String left, String right) {
        int[] row = new int[right.length() + 1];
        for (int j = 0; j <= right.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= left.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= right.length(); j++) {
                int replaced = diagonal + (left.charAt(i - 1) == right.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[right.length()];
    }

    private static CataloguedBearing parse(String line) {
        String[] cells = line.split(",", 7);
        List<String> aliases = Stream.of(cells[1].split("\\|"))
                .filter(alias -> !alias.isBlank())
                .toList();
        BearingGeometry geometry = new BearingGeometry(
                Integer.parseInt(cells[2]),
                Double.parseDouble(cells[3]),
                Double.parseDouble(cells[4]),
                Double.parseDouble(cells[5]));
        return new CataloguedBearing(cells[0], aliases, geometry, cells[6]);
    }
}
