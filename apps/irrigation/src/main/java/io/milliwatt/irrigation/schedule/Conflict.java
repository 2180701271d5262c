package io.milliwatt.irrigation.schedule;

import io.milliwatt.irrigation.reason.Reason;

/** What of a request could not be planned as wished, and why. */
public record Conflict(String requestId, String zoneId, Reason reason) {}
