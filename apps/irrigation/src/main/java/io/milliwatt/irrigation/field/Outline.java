package io.milliwatt.irrigation.field;

import io.milliwatt.irrigation.reason.Reason;
import io.milliwatt.irrigation.reason.ReasonCode;
import io.milliwatt.irrigation.reason.UnfitException;
import io.milliwatt.irrigation.site.Position;
import java.util.ArrayList;
import java.util.List;

/**
 * The border of a field or zone: GeoJSON's polygon (RFC 7946).
 *
 * @param rings the outer border first, then holes; each closed, its last position being its first
 */
public record Outline(List<List<Position>> rings) {

    /** Mean radius of the Earth (IUGG), m. */
    private static final double EARTH_RADIUS_METRES = 6_371_008.8;

    private static final int LEAST_POSITIONS = 4;
    private static final double SQUARE_METRES_PER_HECTARE = 10_000;

    public Outline {
        rings = rings.stream().map(List::copyOf).toList();
        if (rings.isEmpty()) {
            throw new UnfitException(Reason.of(ReasonCode.OUTLINE_NO_BORDER));
        }
        for (List<Position> ring : rings) {
            if (ring.size() < LEAST_POSITIONS) {
                throw new UnfitException(
                        Reason.of(ReasonCode.OUTLINE_FEW_POSITIONS).with("positions", ring.size()));
            }
            if (!ring.getFirst().equals(ring.getLast())) {
                throw new UnfitException(Reason.of(ReasonCode.OUTLINE_OPEN)
                        .with("end", words(ring.getLast()))
                        .with("begin", words(ring.getFirst())));
            }
        }
        if (!(area(rings) > 0)) {
            throw new UnfitException(Reason.of(ReasonCode.OUTLINE_NO_AREA));
        }
    }

    private static String words(Position position) {
        return "[" + position.longitudeDegrees() + ", " + position.latitudeDegrees() + "]";
    }

    /** A border without holes. */
    public static Outline of(List<Position> corners) {
        List<Position> ring = new ArrayList<>(corners);
        if (!ring.isEmpty() && !ring.getFirst().equals(ring.getLast())) {
            ring.add(ring.getFirst());
        }
        return new Outline(List.of(ring));
    }

    /** Of the outer border without the holes. */
    public double areaHectares() {
        return area(rings) / SQUARE_METRES_PER_HECTARE;
    }

    /** Middle of the outer border's corners: where a label stands. */
    public Position middle() {
        List<Position> corners = rings.getFirst().subList(1, rings.getFirst().size());
        return new Position(
                corners.stream()
                        .mapToDouble(Position::longitudeDegrees)
                        .average()
                        .orElseThrow(),
                corners.stream()
                        .mapToDouble(Position::latitudeDegrees)
                        .average()
                        .orElseThrow());
    }

    /** Whether a position lies inside, by the even-odd rule over all borders. */
    public boolean contains(Position position) {
        boolean inside = false;
        for (List<Position> ring : rings) {
            for (int i = 1; i < ring.size(); i++) {
                if (crosses(ring.get(i - 1), ring.get(i), position)) {
                    inside = !inside;
                }
            }
        }
        return inside;
    }

    private static boolean crosses(Position a, Position b, Position p) {
        if (a.latitudeDegrees() > p.latitudeDegrees() == b.latitudeDegrees() > p.latitudeDegrees()) {
            return false;
        }
        double along = (p.latitudeDegrees() - a.latitudeDegrees()) / (b.latitudeDegrees() - a.latitudeDegrees());
        return p.longitudeDegrees() < a.longitudeDegrees() + along * (b.longitudeDegrees() - a.longitudeDegrees());
    }

    private static double area(List<List<Position>> rings) {
        double area = 0;
        for (int i = 0; i < rings.size(); i++) {
            area += i == 0 ? ringArea(rings.get(i)) : -ringArea(rings.get(i));
        }
        return area;
    }

    /** Area on the sphere by the trapezoids under its edges (Chamberlain and Duquette 2007, JPL Publication 07-03). */
    private static double ringArea(List<Position> ring) {
        double sum = 0;
        for (int i = 1; i < ring.size(); i++) {
            Position a = ring.get(i - 1);
            Position b = ring.get(i);
            sum += Math.toRadians(b.longitudeDegrees() - a.longitudeDegrees())
                    * (2
                            + Math.sin(Math.toRadians(a.latitudeDegrees()))
                            + Math.sin(Math.toRadians(b.latitudeDegrees())));
        }
        return Math.abs(sum) * EARTH_RADIUS_METRES * EARTH_RADIUS_METRES / 2;
    }
}
