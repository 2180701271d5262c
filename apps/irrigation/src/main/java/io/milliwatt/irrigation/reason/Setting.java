package io.milliwatt.irrigation.reason;

import java.util.Locale;

/** What people enter as a number, with its unit. */
public enum Setting {
    ELEVATION(" m"),
    LONGITUDE("°"),
    NODE_NUMBER(""),
    ZONE_AREA(" ha"),
    ZONE_FLOW(" m³/h"),
    EFFICIENCY(" %"),
    WETTED_PART(" %"),
    DEPLETED_PART(" %"),
    ROOM_FOR_RAIN(" mm"),
    LEAST_IRRIGATION(" mm"),
    ACCEPTED_STRESS_DAYS(""),
    ALLOCATION_DEPTH(" mm"),
    ALLOCATION_VOLUME(" m³"),
    ROOT_DEPTH(" cm"),
    LAYER_BOTTOM(" cm"),
    EVAPORATION_LAYER(" cm"),
    READILY_EVAPORABLE_WATER(" mm"),
    INTAKE(" mm/h"),
    SENSOR_COUNT(""),
    SENSOR_DEPTH(" cm"),
    VALVE_OUTPUT(""),
    MAXIMUM_OPEN_TIME(" s"),
    LITRES_PER_PULSE(" l"),
    SOURCE_FLOW(" m³/h"),
    WATER_A_NIGHT(" m³"),
    WATER_COST(""),
    PUMP_FLOW(" m³/h"),
    PUMP_POWER(" kW"),
    ENERGY_COST(""),
    WELL_MINUTES(" min"),
    PROTECTION_IN_DAYS("");

    private final String unit;

    Setting(String unit) {
        this.unit = unit;
    }

    /** As it is written in messages, such as {@code zone-area}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Both ends included. */
    public void require(double value, double least, double most) {
        if (!(value >= least && value <= most)) {
            throw unfit(ReasonCode.OUT_OF_RANGE, value, least, most);
        }
    }

    /** Without the lower end. */
    public void requireAbove(double value, double least, double most) {
        if (!(value > least && value <= most)) {
            throw unfit(ReasonCode.OUT_OF_RANGE_ABOVE, value, least, most);
        }
    }

    private UnfitException unfit(ReasonCode code, double value, double least, double most) {
        Reason reason = Reason.of(code)
                .with("setting", label())
                .with("unit", unit)
                .with("least", least)
                .with("most", most);
        return new UnfitException(
                Double.isFinite(value) ? reason.with("value", value) : reason.with("value", Double.toString(value)));
    }
}
