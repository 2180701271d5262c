package io.milliwatt.ec57.report;

import java.util.List;

/**
 * What noise of one kind does to the figures.
 *
 * @param noise the noise record's name, such as "em"
 * @param points by falling signal-to-noise ratio
 */
public record NoiseCurve(String noise, List<Point> points) {
    public NoiseCurve {
        points = List.copyOf(points);
    }

    /** @param figures of the records with that noise */
    public record Point(int ratioDb, SetFigures figures) {}
}
