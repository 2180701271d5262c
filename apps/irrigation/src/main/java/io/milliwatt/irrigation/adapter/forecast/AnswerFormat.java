package io.milliwatt.irrigation.adapter.forecast;

import com.fasterxml.jackson.databind.JsonNode;
import io.milliwatt.irrigation.weather.Forecast;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** How a weather service is asked and what its answer means. */
sealed interface AnswerFormat permits OpenMeteo, LocationForecast {

    List<AnswerFormat> ALL = List.of(new OpenMeteo(), new LocationForecast());

    /** As it is named in the settings. */
    String label();

    /** The path where an address has none of its own. */
    String usualPath();

    /** In the order in which they are sent. */
    Map<String, String> parameters(Question question);

    /** @throws AnswerFault where something is missing or cannot be */
    Forecast read(JsonNode answer, Question question) throws AnswerFault;

    /** @throws IllegalArgumentException for a name that none has */
    static AnswerFormat fromLabel(String label) {
        return ALL.stream()
                .filter(format -> format.label().equals(label))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("The weather service's format '" + label
                        + "' is not known; give "
                        + ALL.stream().map(AnswerFormat::label).collect(Collectors.joining(" or ")) + "."));
    }

    /** The address with its question. */
    default URI uri(URI base, Question question) {
        String asked = parameters(question).entrySet().stream()
                .map(entry -> entry.getKey() + "=" + entry.getValue())
                .collect(Collectors.joining("&"));
        String own = base.getRawQuery() == null ? "" : base.getRawQuery() + "&";
        String path = Arrays.asList("", "/").contains(base.getRawPath()) ? usualPath() : base.getRawPath();
        return URI.create(base.getScheme() + "://" + base.getRawAuthority() + path + "?" + own + asked);
    }
}
