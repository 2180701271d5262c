package io.milliwatt.ec57.alarm;

import io.milliwatt.ec57.episode.Span;

/** A condition and how long it lasted: as an analysis raised it, or as the reference has it. */
public record Alarm(AlarmKind kind, Span span) {}
