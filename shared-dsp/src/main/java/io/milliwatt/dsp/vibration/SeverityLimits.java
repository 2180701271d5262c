package io.milliwatt.dsp.vibration;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/**
 * Zone boundaries of one machine group on one kind of support, r.m.s. velocity in mm/s. They are data with their edition, read from a resource.
 *
 * @param group "1" (above 300 kW, or electrical with shaft height from 315 mm) or "2" (15 to 300 kW, shaft height 160 to 315 mm)
 * @param support "rigid" or "flexible"
 * @param edition standard and edition that the numbers come from, to be shown beside every zone
 */
public record SeverityLimits(String group, String support, double ab, double bc, double cd, String edition) {

    private static final String RESOURCE = "iso-20816-3.csv";

    public SeverityLimits {
        if (!(0 < ab && ab < bc && bc < cd)) {
            throw new IllegalArgumentException(
                    "Zone boundaries must rise, but they are " + ab + ", " + bc + ", " + cd + " mm/s");
        }
    }

    /** A value on a boundary belongs to the better zone. */
    public SeverityZone zone(double rmsMillimetresPerSecond) {
        if (!(rmsMillimetresPerSecond >= 0)) {
            throw new IllegalArgumentException("An r.m.s. velocity cannot be " + rmsMillimetresPerSecond + " mm/s");
        }
        if (rmsMillimetresPerSecond <= ab) {
            return SeverityZone.A;
        }
        if (rmsMillimetresPerSecond <= bc) {
            return SeverityZone.B;
        }
        return rmsMillimetresPerSecond <= cd ? SeverityZone.C : SeverityZone.D;
    }

    public static SeverityLimits of(String group, String support) {
        return all().stream()
                .filter(limits -> limits.group.equals(group) && limits.support.equals(support))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("There are no zone limits for machine group " + group
                        + " on a " + support + " support; there are groups 1 and 2, rigid and flexible"));
    }

    public static List<SeverityLimits> all() {
        try (var stream = Objects.requireNonNull(SeverityLimits.class.getResourceAsStream(RESOURCE), RESOURCE);
                var reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            return reader.lines()
                    .filter(line -> !line.startsWith("#") && !line.startsWith("group"))
                    .map(SeverityLimits::parse)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("The zone limits could not be read from " + RESOURCE, e);
        }
    }

    private static SeverityLimits parse(String line) {
        String[] cells = line.split(",", 6);
        return new SeverityLimits(
                cells[0],
                cells[1],
                Double.parseDouble(cells[2]),
                Double.parseDouble(cells[3]),
                Double.parseDouble(cells[4]),
                cells[5]);
    }
}
