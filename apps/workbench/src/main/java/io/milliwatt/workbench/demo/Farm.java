package io.milliwatt.workbench.demo;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;
import java.util.Optional;

/**
 * An invented farm on which the zones of a fleet lie.
 *
 * @param id part of its address at the irrigation console
 * @param timeZone such as {@code Europe/Madrid}
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record Farm(
        String id,
        String name,
        String timeZone,
        double latitudeDegrees,
        double longitudeDegrees,
        double elevationMetres) {
    /** Of a fleet without zones. */
    static final Farm NONE = new Farm("", "", "UTC", 0, 0, 0);

    /**
     * A zone with one node in it: a probe and a valve.
     *
     * @param field name of the field that it is a part of
     * @param crop of the table of FAO-56
     * @param texture in words, such as "sandy loam"
     * @param source where its water comes from; the well where nothing is said
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Zone(
            String id, String name, String field, int nodeId, String crop, String texture, Source source, Soil soil) {
        public Zone {
            source = Optional.ofNullable(source).orElse(Source.WELL);
        }
    }

    /** A leak closes everything on its own source, and nothing on the other. */
    public enum Source {
        WELL,
        CANAL
    }

    /** What the node feels, as far as people know it too. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Soil(
            double fieldCapacityPercent,
            double wiltingPointPercent,
            double saturationPercent,
            int rootMillimetres,
            double cropCoefficient,
            List<Integer> depthsMillimetres,
            Valve valve) {
        private static final double REFERENCE_MILLIMETRES_PER_DAY = 6.5;

        /** In summer, by the day, gross. */
        double cropUseMillimetres() {
            return cropCoefficient * REFERENCE_MILLIMETRES_PER_DAY;
        }
    }

    /** The valve on the node's first output. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Valve(
            double flowLitresPerHour, double areaSquareMetres, int maximumSeconds, double millilitresPerPulse) {
        double hectares() {
            return areaSquareMetres / 10_000;
        }

        double cubicMetresPerHour() {
            return flowLitresPerHour / 1000;
        }
    }
}
