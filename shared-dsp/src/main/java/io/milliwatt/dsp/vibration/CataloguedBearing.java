package io.milliwatt.dsp.vibration;

import java.util.List;

/**
 * A bearing known by name.
 *
 * @param source where the geometry was published
 */
public record CataloguedBearing(String name, List<String> aliases, BearingGeometry geometry, String source) {

    public CataloguedBearing {
        aliases = List.copyOf(aliases);
    }
}
