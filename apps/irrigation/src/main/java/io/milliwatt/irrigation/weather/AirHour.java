package io.milliwatt.irrigation.weather;

import java.time.Instant;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/** The least and the greatest that a node's air sensor told within an hour, °C. */
public record AirHour(Instant from, double minimumCelsius, double maximumCelsius) {

    /** As rows of a station that measures nothing else. */
    public Stream<MeasuredHour> rows() {
        return Stream.of(row(minimumCelsius), row(maximumCelsius));
    }

    private MeasuredHour row(double celsius) {
        OptionalDouble none = OptionalDouble.empty();
        return new MeasuredHour(from, OptionalDouble.of(celsius), none, none, none, none);
    }
}
