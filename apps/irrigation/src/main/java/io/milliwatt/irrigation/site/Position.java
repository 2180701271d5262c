package io.milliwatt.irrigation.site;

/** A point on the Earth in degrees of WGS 84; GeoJSON's order, longitude first. */
public record Position(double longitudeDegrees, double latitudeDegrees) {

    public Position {
        if (!(longitudeDegrees >= -180 && longitudeDegrees <= 180)) {
            throw new IllegalArgumentException("The longitude is " + longitudeDegrees + "; it must be −180 to 180°.");
        }
        if (!(latitudeDegrees >= -90 && latitudeDegrees <= 90)) {
            throw new IllegalArgumentException("The latitude is " + latitudeDegrees
                    + "; it must be −90 to 90°. In GeoJSON the longitude comes first.");
        }
    }
}
