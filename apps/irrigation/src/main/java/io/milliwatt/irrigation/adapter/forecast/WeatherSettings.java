package io.milliwatt.irrigation.adapter.forecast;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** Which weather service is asked; nobody is where no address is given. */
@ConfigMapping(prefix = "milliwatt.weather")
interface WeatherSettings {

    /** Of the service, such as {@code https://api.open-meteo.com}; a query that it has, such as a key, is kept. */
    Optional<String> address();

    /** {@code open-meteo} or {@code locationforecast}. */
    @WithDefault("open-meteo")
    String format();

    /** The least time from one question to the next for a site. */
    @WithDefault("1h")
    Duration every();

    /** For the whole of an answer. */
    @WithDefault("10s")
    Duration timeout();

    /** For so long the last good answer counts while the service fails. */
    @WithDefault("6h")
    Duration hold();

    /** An address under which the service can reach who runs this installation, as MET Norway asks for. */
    Optional<String> contact();

    /** By a site's id: what is other than for the rest. */
    Map<String, OfSite> site();

    /** A site's own. */
    interface OfSite {

        Optional<String> address();

        Optional<String> format();

        /** False where nobody outside is to be asked for this site. */
        @WithDefault("true")
        boolean ask();
    }
}
