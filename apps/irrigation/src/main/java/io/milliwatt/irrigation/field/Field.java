package io.milliwatt.irrigation.field;

import io.milliwatt.irrigation.site.Identifier;

/** A field of a site, with its outline on the map; it is watered in one or more zones. */
public record Field(String id, String siteId, String name, Outline outline) {

    public Field {
        Identifier.require("field", id);
        Identifier.require("site", siteId);
        Identifier.requireName("field", name);
    }

    public double areaHectares() {
        return outline.areaHectares();
    }
}
