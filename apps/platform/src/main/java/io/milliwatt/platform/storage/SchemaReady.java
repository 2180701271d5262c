package io.milliwatt.platform.storage;

/** Fired once when the schema is up to date and the first partitions exist. */
public record SchemaReady() {}
