package io.milliwatt.irrigation.adapter.definition;

import io.milliwatt.irrigation.field.Outline;
import io.milliwatt.irrigation.reason.Reason;
import io.milliwatt.irrigation.reason.ReasonCode;
import io.milliwatt.irrigation.reason.UnfitException;
import io.milliwatt.irrigation.site.Position;
import java.util.List;

/**
 * A polygon as GeoJSON writes it (RFC 7946).
 *
 * @param coordinates rings of positions, each longitude first; an elevation as third number is left out
 */
public record Geometry(String type, List<List<List<Double>>> coordinates) {

    /** The only shape that an outline has. */
    public static final String POLYGON = "Polygon";

    public static Geometry of(Outline outline) {
        return new Geometry(
                POLYGON,
                outline.rings().stream()
                        .map(ring -> ring.stream()
                                .map(position -> List.of(position.longitudeDegrees(), position.latitudeDegrees()))
                                .toList())
                        .toList());
    }

    public Outline toOutline() {
        if (!POLYGON.equals(type) || coordinates == null) {
            throw new UnfitException(Reason.of(ReasonCode.OUTLINE_NO_POLYGON).with("shape", String.valueOf(type)));
        }
        return new Outline(coordinates.stream()
                .map(ring -> ring.stream().map(Geometry::position).toList())
                .toList());
    }

    private static Position position(List<Double> numbers) {
        if (numbers.size() < 2) {
            throw new UnfitException(Reason.of(ReasonCode.OUTLINE_POSITION).with("position", numbers.toString()));
        }
        return new Position(numbers.get(0), numbers.get(1));
    }
}
