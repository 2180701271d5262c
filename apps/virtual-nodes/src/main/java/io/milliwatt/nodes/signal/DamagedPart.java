package io.milliwatt.nodes.signal;

import com.fasterxml.jackson.annotation.JsonProperty;

/** The part of a bearing that carries the damage, under its name in the console and in fleet files. */
public enum DamagedPart {
    @JsonProperty("inner-race")
    INNER_RACE,
    @JsonProperty("outer-race")
    OUTER_RACE,
    @JsonProperty("rolling-element")
    ROLLING_ELEMENT
}
