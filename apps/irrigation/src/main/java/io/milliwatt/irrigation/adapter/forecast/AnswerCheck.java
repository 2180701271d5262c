package io.milliwatt.irrigation.adapter.forecast;

import com.fasterxml.jackson.databind.JsonNode;
import io.milliwatt.datasets.farm.FarmQuantity;
import io.milliwatt.irrigation.intake.MissingCode;
import io.milliwatt.irrigation.intake.WeatherCheck;
import io.milliwatt.irrigation.reason.Reason;
import io.milliwatt.irrigation.reason.ReasonCode;
import java.util.OptionalDouble;

/** Doubts that hold for every format. */
final class AnswerCheck {

    /** Coarse global models answer for the middle of a cell of half a degree. */
    private static final double FARTHEST_KILOMETRES = 75;

    private static final double KILOMETRES_PER_DEGREE = 111.2;

    private AnswerCheck() {}

    static AnswerFault unreadable(String field) {
        return new AnswerFault(Reason.of(ReasonCode.FORECAST_UNREADABLE).with("field", field));
    }

    /** A number; empty where it is null, no number, or stands for a missing one. */
    static OptionalDouble number(JsonNode node) {
        return node != null && node.isNumber() && !MissingCode.isOne(node.doubleValue())
                ? OptionalDouble.of(node.doubleValue())
                : OptionalDouble.empty();
    }

    /** @throws AnswerFault where a number is told that the quantity cannot have */
    static OptionalDouble possible(FarmQuantity quantity, OptionalDouble value, String when) throws AnswerFault {
        if (value.isPresent() && WeatherCheck.of(quantity, value.getAsDouble()).isPresent()) {
            throw new AnswerFault(Reason.of(ReasonCode.FORECAST_IMPOSSIBLE)
                    .with("quantity", words(quantity))
                    .with("value", value.getAsDouble())
                    .with("day", when));
        }
        return value;
    }

    /** @throws AnswerFault where it is not told */
    static double needed(FarmQuantity quantity, OptionalDouble value, String when) throws AnswerFault {
        if (value.isEmpty()) {
            throw new AnswerFault(Reason.of(ReasonCode.FORECAST_INCOMPLETE)
                    .with("quantity", words(quantity))
                    .with("day", when));
        }
        return possible(quantity, value, when).getAsDouble();
    }

    /** @throws AnswerFault where the unit is another one or none */
    static void unit(JsonNode units, String field, String wanted) throws AnswerFault {
        String unit = units.path(field).asText("");
        if (!unit.equals(wanted)) {
            throw new AnswerFault(Reason.of(ReasonCode.FORECAST_UNIT)
                    .with("quantity", field)
                    .with("unit", unit.isEmpty() ? "–" : unit)
                    .with("wantedUnit", wanted));
        }
    }

    /** @throws AnswerFault where the answer is for another place, or does not say for which */
    static void place(OptionalDouble latitude, OptionalDouble longitude, Question question) throws AnswerFault {
        if (latitude.isEmpty() || longitude.isEmpty()) {
            throw unreadable(latitude.isEmpty() ? "latitude" : "longitude");
        }
        double north = latitude.getAsDouble() - question.latitudeDegrees();
        double around = Math.abs(longitude.getAsDouble() - question.longitudeDegrees());
        double east = Math.min(around, 360 - around) * Math.cos(Math.toRadians(question.latitudeDegrees()));
        double kilometres = Math.hypot(north, east) * KILOMETRES_PER_DEGREE;
        if (!(kilometres <= FARTHEST_KILOMETRES)) {
            throw new AnswerFault(Reason.of(ReasonCode.FORECAST_ELSEWHERE).with("kilometres", kilometres));
        }
    }

    private static String words(FarmQuantity quantity) {
        return WeatherCheck.label(quantity).replace('-', ' ');
    }
}
