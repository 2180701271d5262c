package io.milliwatt.irrigation.adapter.forecast;

import io.milliwatt.irrigation.site.Site;
import java.time.Instant;
import java.time.LocalDate;

/**
 * What is asked: a site's days from today on.
 *
 * @param now when it is asked
 */
record Question(Site site, LocalDate today, int days, Instant now) {

    private static final double PLACES = 100;
    private static final double ELEVATION_METRES = 10;

    /** To 0.01°, about a kilometre: no model is finer, and nobody outside need know where exactly a farm lies. */
    double latitudeDegrees() {
        return Math.round(site.position().latitudeDegrees() * PLACES) / PLACES;
    }

    /** To 0.01°. */
    double longitudeDegrees() {
        return Math.round(site.position().longitudeDegrees() * PLACES) / PLACES;
    }

    /** To 10 m; services bring their temperatures to it. */
    long elevationMetres() {
        return Math.round(site.elevationMetres() / ELEVATION_METRES) * (long) ELEVATION_METRES;
    }
}
