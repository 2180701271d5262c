package io.milliwatt.irrigation.site;

import io.milliwatt.irrigation.reason.Reason;
import io.milliwatt.irrigation.reason.ReasonCode;
import io.milliwatt.irrigation.reason.Setting;
import io.milliwatt.irrigation.reason.UnfitException;

/** A point on the Earth in degrees of WGS 84; GeoJSON's order, longitude first. */
public record Position(double longitudeDegrees, double latitudeDegrees) {

    public Position {
        Setting.LONGITUDE.require(longitudeDegrees, -180, 180);
        if (!(latitudeDegrees >= -90 && latitudeDegrees <= 90)) {
            throw new UnfitException(Reason.of(ReasonCode.LATITUDE_UNFIT).with("value", latitudeDegrees));
        }
    }
}
