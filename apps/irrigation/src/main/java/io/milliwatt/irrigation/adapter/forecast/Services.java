package io.milliwatt.irrigation.adapter.forecast;

import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The services of an installation.
 *
 * @param usual for sites without one of their own; empty where nobody is asked
 * @param own by the site's id; empty where nobody is to be asked for it
 */
record Services(Optional<Service> usual, Map<String, Optional<Service>> own, Duration every, Duration hold) {

    /** Public services ask for restraint, and no model runs more often. */
    private static final Duration LEAST_PAUSE = Duration.ofMinutes(15);

    private static final Duration LONGEST_WAIT = Duration.ofMinutes(1);
    private static final Duration LONGEST_HOLD = Duration.ofDays(2);

    /** One that is asked. */
    record Service(URI address, AnswerFormat format) {

        /** Whom, in which format, for where; without the query, which may hold a key. */
        String key(Question question) {
            return format.label() + " " + address.getScheme() + "://" + address.getRawAuthority() + address.getRawPath()
                    + " " + question.latitudeDegrees() + " " + question.longitudeDegrees();
        }
    }

    Services {
        own = Map.copyOf(own);
    }

    /** @throws IllegalArgumentException for settings that cannot be */
    static Services of(WeatherSettings settings) {
        require("milliwatt.weather.every", settings.every(), LEAST_PAUSE, Duration.ofDays(1));
        require("milliwatt.weather.timeout", settings.timeout(), Duration.ofMillis(100), LONGEST_WAIT);
        require("milliwatt.weather.hold", settings.hold(), Duration.ZERO, LONGEST_HOLD);
        Map<String, Optional<Service>> own = new HashMap<>();
        settings.site().forEach((id, of) -> {
            Optional<String> address = of.ask() ? of.address().or(settings::address) : Optional.empty();
            own.put(id, address.map(at -> service(at, of.format().orElse(settings.format()))));
        });
        return new Services(
                settings.address().map(at -> service(at, settings.format())), own, settings.every(), settings.hold());
    }

    Optional<Service> of(String siteId) {
        return own.getOrDefault(siteId, usual);
    }

    private static Service service(String text, String format) {
        URI address;
        try {
            address = URI.create(text.strip());
        } catch (IllegalArgumentException damaged) {
            throw new IllegalArgumentException(
                    "The weather service's address '" + text + "' is none: " + damaged.getMessage(), damaged);
        }
        boolean web = "https".equals(address.getScheme()) || "http".equals(address.getScheme());
        if (!web || address.getHost() == null || address.getRawUserInfo() != null) {
            throw new IllegalArgumentException("The weather service's address must be http:// or https:// and a host"
                    + " without a user's name, such as https://weather.example.org; it is given as "
                    + address.getScheme()
                    + "://" + address.getHost() + ".");
        }
        return new Service(address, AnswerFormat.fromLabel(format));
    }

    private static void require(String name, Duration value, Duration least, Duration most) {
        if (value.compareTo(least) < 0 || value.compareTo(most) > 0) {
            throw new IllegalArgumentException(name + " is " + value + "; it must be " + least + " to " + most + ".");
        }
    }
}
