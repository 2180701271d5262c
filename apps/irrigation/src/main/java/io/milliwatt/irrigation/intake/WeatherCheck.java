package io.milliwatt.irrigation.intake;

import io.milliwatt.datasets.farm.FarmQuantity;
import io.milliwatt.irrigation.reason.Reason;
import io.milliwatt.irrigation.reason.ReasonCode;
import java.util.Locale;
import java.util.Optional;

/** A value of weather or water as a file tells it. */
public final class WeatherCheck {

    private WeatherCheck() {}

    /** Why it cannot be; empty where it can. */
    public static Optional<Reason> of(FarmQuantity quantity, double value) {
        if (MissingCode.isOne(value)) {
            return Optional.of(Reason.of(ReasonCode.MISSING_CODE).with("value", Double.isFinite(value) ? value : 0));
        }
        boolean possible = switch (quantity) {
            case AIR, AIR_MINIMUM, AIR_MAXIMUM, DEW_POINT -> value > -60 && value < 60;
            case HUMIDITY, HUMIDITY_MINIMUM, HUMIDITY_MAXIMUM -> value >= 0 && value <= 100.5;
            case WIND -> value >= 0 && value < 60;
            case RAIN -> value >= 0 && value < 500;
            case SOLAR -> value >= 0 && value < 50;
            case REFERENCE -> value >= 0 && value < 25;
            case IRRIGATION -> value >= 0 && value < 500;
        };
        if (possible) {
            return Optional.empty();
        }
        boolean humidity = quantity == FarmQuantity.HUMIDITY
                || quantity == FarmQuantity.HUMIDITY_MINIMUM
                || quantity == FarmQuantity.HUMIDITY_MAXIMUM;
        return Optional.of(
                humidity
                        ? Reason.of(ReasonCode.HUMIDITY_OUT_OF_RANGE).with("value", value)
                        : Reason.of(ReasonCode.VALUE_IMPOSSIBLE)
                                .with("value", value)
                                .with("quantity", words(quantity)));
    }

    /** As it stands in the excluded values, such as {@code air-minimum}. */
    public static String label(FarmQuantity quantity) {
        return quantity.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static String words(FarmQuantity quantity) {
        return label(quantity).replace('-', ' ');
    }
}
