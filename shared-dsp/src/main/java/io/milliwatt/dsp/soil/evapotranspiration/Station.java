package io.milliwatt.dsp.soil.evapotranspiration;

import java.util.OptionalDouble;

/**
 * Where the weather is measured.
 *
 * @param latitudeDegrees north; south is negative
 * @param elevationMetres above the sea
 * @param pressureKilopascals as measured; empty takes the elevation's mean, as both standards recommend
 */
public record Station(double latitudeDegrees, double elevationMetres, OptionalDouble pressureKilopascals) {

    public Station {
        SunPosition.latitude(latitudeDegrees);
        Atmosphere.pressureKilopascals(elevationMetres, Standard.FAO_56);
        pressureKilopascals.ifPresent(pressure -> {
            if (!(pressure > 30 && pressure < 110)) {
                throw new IllegalArgumentException("Air pressure cannot be " + pressure + " kPa; 1 hPa is 0.1 kPa");
            }
        });
    }

    public static Station at(double latitudeDegrees, double elevationMetres) {
        return new Station(latitudeDegrees, elevationMetres, OptionalDouble.empty());
    }

    double pressure(Standard standard) {
        return pressureKilopascals.orElseGet(() -> Atmosphere.pressureKilopascals(elevationMetres, standard));
    }
}
