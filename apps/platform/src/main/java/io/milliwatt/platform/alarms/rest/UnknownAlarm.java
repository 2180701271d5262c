package io.milliwatt.platform.alarms.rest;

import io.milliwatt.platform.problems.ProblemException;

/** The answer to who asks for an alarm that there is not. */
public final class UnknownAlarm {

    private UnknownAlarm() {}

    public static ProblemException of(long id) {
        return new ProblemException(404, "alarm.unknown", "There is no alarm " + id + ". See /api/alarms?state=all.");
    }
}
