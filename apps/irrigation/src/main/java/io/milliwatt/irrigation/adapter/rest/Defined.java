package io.milliwatt.irrigation.adapter.rest;

import com.fasterxml.jackson.annotation.JsonUnwrapped;

/** What is set up under an id. */
public record Defined<D>(String id, @JsonUnwrapped D definition) {}
